package cn.qiaotong.request;

import cn.qiaotong.process.RequestId;

/** The applicant was asked for more information. */
public record SupplementAsked(RequestId request) {}
