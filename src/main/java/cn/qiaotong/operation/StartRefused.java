package cn.qiaotong.operation;

import java.util.List;

/** The program may not start as it was set up; the message has one sentence for each thing to change. */
final class StartRefused extends RuntimeException {

    StartRefused(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
    }

    /** Refuses if there is anything to say. */
    static void ifAny(List<String> sentences) {
        if (!sentences.isEmpty()) {
            throw new StartRefused(sentences);
        }
    }
}
