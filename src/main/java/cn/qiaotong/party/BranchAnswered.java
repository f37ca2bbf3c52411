package cn.qiaotong.party;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;

/** A branch that was asked has answered, and a second person there has confirmed it. */
public record BranchAnswered(RequestId request, Organisation branch) {}
