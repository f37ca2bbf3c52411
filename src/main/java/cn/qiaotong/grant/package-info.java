/**
 * Money that the district gives: a grant is worked out voucher by voucher with every yuan cut explained, reserved in the
 * ledger, paid from it and, where it must be, claimed back. Services are known only by what their models say.
 *
 * <p>Nobody is refused by a calculation: it says what is due and why, and people decide.
 */
@ApplicationModule(
        allowedDependencies = {
            "request",
            "section",
            "budget",
            "catalog",
            "process",
            "decision",
            "form",
            "policy",
            "vault",
            "audit",
            "identity"
        })
package cn.qiaotong.grant;

import org.springframework.modulith.ApplicationModule;
