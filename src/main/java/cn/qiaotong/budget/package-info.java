/**
 * The budget ledger: what each line provides for a year, and what claims reserve, spend and give back of it. Every act locks
 * its line, adds an entry that is never changed, and moves the balances with it; the database itself refuses a balance below
 * zero or above what is provided.
 *
 * <p>A claim is an id and its beneficiary a blind index: the ledger knows no request and no name. An act that is repeated
 * for the same claim changes nothing.
 */
@ApplicationModule(allowedDependencies = {"audit", "policy", "identity", "web"})
package cn.qiaotong.budget;

import org.springframework.modulith.ApplicationModule;
