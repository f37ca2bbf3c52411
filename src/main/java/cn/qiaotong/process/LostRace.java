package cn.qiaotong.process;

/** Somebody else was faster: the task is completed, the wait is over, or the process moved on meanwhile. */
public class LostRace extends RuntimeException {

    LostRace(String what, RuntimeException cause) {
        super(what + " was decided by someone else", cause);
    }
}
