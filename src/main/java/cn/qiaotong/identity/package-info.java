/**
 * Who is asking: a person, the roles they hold and the organisation they act for, as Keycloak's groups say at sign-in and as
 * our own table keeps them from then on. {@code Permission} is the one definition that yields both a query's predicate and
 * the check of a single object. How somebody comes to be signed in is the business of {@code signin}; it only tells
 * {@code People}.
 */
@ApplicationModule(allowedDependencies = {"vault"})
package cn.qiaotong.identity;

import org.springframework.modulith.ApplicationModule;
