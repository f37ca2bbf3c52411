package cn.qiaotong.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The first bytes of everything sealed: a version, then the length and the id of the key, so that old keys still open. */
record SealedHeader(String key) {

    private static final byte VERSION = 1;

    static Optional<SealedHeader> of(byte[] sealed) {
        if (sealed.length < 2 || sealed[0] != VERSION || sealed[1] < 1 || sealed.length < 2 + sealed[1]) {
            return Optional.empty();
        }
        return Optional.of(new SealedHeader(new String(sealed, 2, sealed[1], ISO_8859_1)));
    }

    int length() {
        return 2 + key.length();
    }

    byte[] bytes() {
        return ByteBuffer.allocate(length())
                .put(VERSION)
                .put((byte) key.length())
                .put(key.getBytes(ISO_8859_1))
                .array();
    }
}
