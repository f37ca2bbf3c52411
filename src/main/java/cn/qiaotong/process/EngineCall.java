package cn.qiaotong.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;

/**
 * One call of the engine on behalf of a person. Whatever the engine throws at somebody who came too late is a
 * {@link LostRace}; what our own listeners and steps throw arrives as they threw it.
 */
final class EngineCall {

    private EngineCall() {}

    static <T> T make(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (OptimisticLockingException | NullValueException late) {
            throw new LostRace(what, late);
        } catch (NullPointerException fault) {
            throw isOfEngine(fault) ? new LostRace(what, fault) : fault;
        } catch (ProcessEngineException wrapper) {
            throw ours(wrapper);
        }
    }

    private static RuntimeException ours(ProcessEngineException wrapper) {
        return wrapper.getCause() instanceof RuntimeException cause && !isOfEngine(cause) ? cause : wrapper;
    }

    /** Whether the engine itself threw this, seen from where it was made. */
    private static boolean isOfEngine(RuntimeException fault) {
        for (var frame : fault.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.")) {
                return frame.getClassName().startsWith("org.camunda.");
            }
        }
        return false;
    }
}
