package cn.qiaotong.decision;

/** A decision that could not be made over the values given, for example because two rules of a UNIQUE table match. */
public class DecisionFailed extends RuntimeException {

    DecisionFailed(String decision, RuntimeException cause) {
        super("Decision %s could not be made: %s".formatted(decision, cause.getMessage()), cause);
    }
}
