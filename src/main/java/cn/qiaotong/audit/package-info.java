/**
 * The append-only record of who did what to which reference, each row chained to the one before by its hash. Holds ids,
 * codes and hashes only, so that erasing a person never touches the chain.
 */
@ApplicationModule(allowedDependencies = {"identity", "vault"})
package cn.qiaotong.audit;

import org.springframework.modulith.ApplicationModule;
