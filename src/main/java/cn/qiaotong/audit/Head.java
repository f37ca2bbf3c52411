package cn.qiaotong.audit;

/** Where a chain ends: the number and hash of its last row. */
record Head(long seq, String hash) {

    static final Head NONE = new Head(0, "0".repeat(64));
}
