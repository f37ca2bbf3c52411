package cn.qiaotong.notification;

/** The mail server does not answer; no mail can be blamed for that. */
class Unreachable extends RuntimeException {

    Unreachable(RuntimeException cause) {
        super("The mail server cannot be reached", cause);
    }
}
