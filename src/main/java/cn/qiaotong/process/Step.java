package cn.qiaotong.process;

import java.util.Map;

/**
 * A word that a model may say in a service task: a bean named {@code refer} is {@code ${refer}}. It receives the inputs that
 * the task declares and returns facts that later conditions may read. It may run again after a failure, so it must recognise
 * its own work.
 */
@FunctionalInterface
public interface Step {

    /** The input that the engine adds in a part that is repeated: whose turn it is, from one on. */
    String TURN = "turn";

    /**
     * Runs the step once.
     *
     * @throws StepRejected when the business says no; the model draws what follows
     */
    Map<String, ?> run(RequestId request, Map<String, String> inputs);
}
