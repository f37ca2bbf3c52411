package cn.qiaotong.request;

import cn.qiaotong.process.RequestId;

/** A request was submitted and has its receipt. */
public record RequestSubmitted(RequestId request) {}
