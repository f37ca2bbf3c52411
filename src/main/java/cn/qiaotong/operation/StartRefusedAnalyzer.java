package cn.qiaotong.operation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentences of {@link StartRefused} at start-up in place of a stack trace. */
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, StartRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Change what is named above and start again; src/deploy/README.md has a line for each variable.",
                cause);
    }
}
