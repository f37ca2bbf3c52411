package cn.qiaotong.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one sentence of {@link KeysRefused} at start-up in place of a stack trace. */
final class KeysRefusedAnalyzer extends AbstractFailureAnalyzer<KeysRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, KeysRefused cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
