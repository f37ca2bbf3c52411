package cn.qiaotong.bench;

/** One request on its way, moved on act by act by whoever drives it. */
interface Journey {

    /** What came of the last act: there is more to do, the next step is not open yet, or the journey is over. */
    enum Progress {
        MOVED,
        NOT_YET,
        OVER
    }

    Progress advance(Latencies latencies);
}
