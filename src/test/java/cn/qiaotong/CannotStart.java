package cn.qiaotong;

/** A start that cannot succeed, told in the one sentence that says what to do about it. */
final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
