package cn.qiaotong.document;

import java.util.UUID;

/** What a document belongs to, as a kind and an id of the module that keeps it; here nothing more is known of it. */
public record Owner(String kind, UUID id) {

    public Owner {
        if (!kind.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("'%s' is not a kind of owner.".formatted(kind));
        }
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
