package cn.qiaotong.worklist;

import cn.qiaotong.form.FieldError;
import java.util.List;

/** What became of an attempt to complete a wait: done, or what is missing or wrong. */
public sealed interface Completion {

    /** The step is closed and the process goes on. */
    record Done() implements Completion {}

    /** Some answers are missing or wrong; nothing has changed. */
    record Incomplete(List<FieldError> errors) implements Completion {}
}
