package cn.qiaotong.request;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;

/** A request was handed to a branch. */
public record RequestReferred(RequestId request, Organisation branch) {}
