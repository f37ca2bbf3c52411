package cn.qiaotong.request;

import cn.qiaotong.identity.Organisation;

/** A referral was tried without a live consent for that branch; it becomes an incident for a person to look at. */
class ConsentMissing extends RuntimeException {

    ConsentMissing(Organisation branch) {
        super("no live consent names " + branch.key());
    }
}
