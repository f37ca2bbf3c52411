package cn.qiaotong.audit;

/** An act whose fact is no id, code or hash. The message names the fact and keeps its content to itself. */
public final class FactRefused extends RuntimeException {

    FactRefused(String code, String name) {
        super("The act %s cannot go on record: '%s' is not an id, a code or a hash.".formatted(code, name));
    }
}
