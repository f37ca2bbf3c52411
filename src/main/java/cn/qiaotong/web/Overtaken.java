package cn.qiaotong.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** A conflict that came while somebody was typing, with what they had typed by label, so that the page gives it back. */
public final class Overtaken extends Conflict {

    private final transient Map<String, String> typed;

    public Overtaken(Conflict cause, Map<String, String> typed) {
        super(cause.key(), cause.arguments());
        initCause(cause);
        this.typed = new LinkedHashMap<>(typed);
    }

    Map<String, String> typed() {
        return new LinkedHashMap<>(typed);
    }
}
