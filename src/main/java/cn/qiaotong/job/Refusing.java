package cn.qiaotong.job;

/** Carries a refusal out of the middle of a file to where reading began; it never leaves this package. */
final class Refusing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Unreadable why;

    Refusing(Unreadable.Reason reason) {
        this(new Unreadable(reason, "", ""));
    }

    Refusing(Unreadable why) {
        super(why.reason().name(), null, false, false);
        this.why = why;
    }

    Unreadable why() {
        return why;
    }
}
