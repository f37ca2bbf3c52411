package cn.qiaotong.catalog;

/** Whether a service can be had here, as its dated policy rows say; every page of the service shows it. */
public enum PolicyStatus {
    LIVE,
    PILOT_ELSEWHERE,
    ASPIRATIONAL,
    CLOSED
}
