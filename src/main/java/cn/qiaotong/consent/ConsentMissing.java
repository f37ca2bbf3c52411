package cn.qiaotong.consent;

import cn.qiaotong.identity.Organisation;

/** A referral was tried without a live consent for that branch; it becomes an incident for a person to look at. */
public class ConsentMissing extends RuntimeException {

    public ConsentMissing(Organisation branch) {
        super("no live consent names " + branch.key());
    }
}
