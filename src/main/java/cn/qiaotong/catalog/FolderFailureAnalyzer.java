package cn.qiaotong.catalog;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refused folder at start-up as its list of mistakes, without a stack trace. */
class FolderFailureAnalyzer extends AbstractFailureAnalyzer<FolderRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FolderRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Mend the files named above and start again; bpmn/README.md explains each rule.",
                cause);
    }
}
