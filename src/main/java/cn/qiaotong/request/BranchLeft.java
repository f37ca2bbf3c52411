package cn.qiaotong.request;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;

/** The applicant took the consent for a branch back: it reads the request no more, and nothing waits for it. */
public record BranchLeft(RequestId request, Organisation branch) {}
