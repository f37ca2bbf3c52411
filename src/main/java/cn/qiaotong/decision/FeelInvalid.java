package cn.qiaotong.decision;

/** A FEEL expression that cannot be used, with the reason and the fix in one sentence. */
public class FeelInvalid extends RuntimeException {

    FeelInvalid(String fix) {
        super(fix);
    }
}
