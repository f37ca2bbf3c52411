package cn.qiaotong.notification;

/** It is too early to tell: the engine has not yet come to the step that the notice leads to. */
class NotYet extends RuntimeException {

    NotYet() {
        super("The step is not open yet");
    }
}
