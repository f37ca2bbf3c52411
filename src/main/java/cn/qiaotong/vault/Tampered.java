package cn.qiaotong.vault;

/**
 * Sealed bytes that were changed, cut, sealed with a key that is gone, or moved from where they belong. Names the place,
 * never the content.
 */
public final class Tampered extends RuntimeException {

    private final String context;

    Tampered(String context) {
        super("What is sealed as %s was changed or does not belong there.".formatted(context));
        this.context = context;
    }

    public String context() {
        return context;
    }
}
