package cn.qiaotong.worklist;

import java.util.UUID;

/** A wait came to somebody, because they had dealt with the request before or were given it. */
public record Assigned(Wait given, UUID account) {}
