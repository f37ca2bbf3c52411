/**
 * Who is asking: a person, the roles they hold and the organisation they act for, as Keycloak's groups say and as our own
 * table keeps them. Holds the filter chains, which deny by default, and {@code Permission}, the one definition that yields
 * both a query's predicate and the check of a single object.
 */
@ApplicationModule(allowedDependencies = {"vault"})
package cn.qiaotong.identity;

import org.springframework.modulith.ApplicationModule;
