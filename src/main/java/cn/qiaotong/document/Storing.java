package cn.qiaotong.document;

/** What became of an upload: stored, or rejected for a reason its owner can do something about. */
public sealed interface Storing permits Stored, Rejected {}
