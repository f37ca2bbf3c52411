package cn.qiaotong.process;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * A failed job as the engine remembers it: the classes and lines of what went wrong, never the messages, because a message
 * can quote what a person wrote.
 */
final class CodedFailure extends DefaultJobRetryCmd {

    private static final int DEEPEST = 10;

    CodedFailure(String job, Throwable failure) {
        super(job, failure);
    }

    @Override
    protected void logException(JobEntity job) {
        if (exception != null) {
            job.setExceptionMessage(cause().getClass().getSimpleName());
            job.setExceptionStacktrace(getExceptionStacktrace());
        }
    }

    @Override
    protected String getExceptionStacktrace() {
        var text = new StringBuilder();
        var depth = 0;
        for (var at = exception; at != null && depth < DEEPEST; at = at.getCause(), depth++) {
            text.append(at.getClass().getName()).append('\n');
            for (var frame : at.getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
        }
        return text.toString();
    }

    private Throwable cause() {
        var at = exception;
        for (var depth = 0; at.getCause() != null && depth < DEEPEST; depth++) {
            at = at.getCause();
        }
        return at;
    }
}
