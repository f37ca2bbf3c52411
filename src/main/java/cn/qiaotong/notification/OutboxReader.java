package cn.qiaotong.notification;

/** One who reads the outbox, at their own pace. Reading the same delivery again must change nothing more. */
interface OutboxReader {

    String name();

    void read(Delivery delivery);
}
