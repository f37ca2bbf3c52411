package cn.qiaotong.process;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.EnsureUtil;

/**
 * One call of the engine on behalf of a person. Whatever the engine throws at somebody who came too late is a
 * {@link LostRace}; what our own listeners and steps throw arrives as they threw it.
 */
final class EngineCall {

    private static final int DEEPEST = 5;
    private static final List<String> JDK = List.of("java.", "jdk.", "sun.");

    private EngineCall() {}

    /** Makes a call that somebody else may have made first. */
    static <T> T race(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessEngineException | NullPointerException failure) {
            throw isLate(failure) ? new LostRace(what, failure) : ours(failure);
        }
    }

    /** Makes a call that has no competitor. */
    static <T> T plain(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessEngineException failure) {
            throw ours(failure);
        }
    }

    /** The engine misses a row, stumbles over the gap, or finds that the row changed; and wraps this in our listener's call. */
    private static boolean isLate(Throwable failure) {
        var at = failure;
        for (var depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
            if (at instanceof OptimisticLockingException
                    || thrower(at).equals(EnsureUtil.class.getName())
                    || at instanceof NullPointerException && isOfEngine(at)) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException ours(RuntimeException failure) {
        return failure.getCause() instanceof RuntimeException cause && !isOfEngine(cause) ? cause : failure;
    }

    private static boolean isOfEngine(Throwable failure) {
        return thrower(failure).startsWith("org.camunda.");
    }

    /** The class that made this exception, the JDK left aside. */
    private static String thrower(Throwable failure) {
        for (var frame : failure.getStackTrace()) {
            if (JDK.stream().noneMatch(frame.getClassName()::startsWith)) {
                return frame.getClassName();
            }
        }
        return "";
    }
}
