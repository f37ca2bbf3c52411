package cn.qiaotong.request;

import cn.qiaotong.process.RequestId;

/** A request has ended, with the end event that it reached. */
public record RequestClosed(RequestId request, String outcome) {}
