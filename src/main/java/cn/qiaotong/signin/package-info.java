/**
 * The way in and out: Keycloak's word by OpenID Connect, the sessions that follow from it, signing out here and there, and
 * the one table of addresses, which denies by default. A session holds a subject and is believed only as far as
 * {@code identity} still knows that person; what somebody had typed when it ended is kept for them. The desk goes on serving
 * whoever is signed in while Keycloak is away.
 */
@ApplicationModule(allowedDependencies = {"identity", "web", "vault"})
package cn.qiaotong.signin;

import org.springframework.modulith.ApplicationModule;
