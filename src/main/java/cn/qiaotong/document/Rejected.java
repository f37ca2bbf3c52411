package cn.qiaotong.document;

import java.util.Locale;

/** An upload that was not stored, and why. */
public record Rejected(Reason reason) implements Storing {

    /** Why an upload is not stored; each has a text under its code. */
    public enum Reason {
        EMPTY,
        TOO_BIG,
        WRONG_TYPE,
        HEIC,
        PASSWORD,
        TOO_MANY,
        FAILED
    }

    /** The reason as it stands in message keys: {@code too-big}. */
    public String code() {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
