package cn.qiaotong.operation;

import java.util.Base64;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A configured secret, judged by what can be seen of it: its length, its variety, and words that a person would write. */
record Secret(String text) {

    private static final int FEW_CHARACTERS = 10;
    private static final int FEW_BYTES = 16;

    /** Whether it is shorter than that, made of few characters, or made of words. */
    boolean isWeak(int shortest) {
        return text.length() < shortest
                || text.chars().distinct().count() < FEW_CHARACTERS
                || Stream.of("change", "example", "password", "secret", "qiaotong")
                        .anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    /** Whether it is a key in base64 that nobody drew: few different bytes, or each one step from the one before. */
    boolean isMadeUpKey() {
        var key = bytes();
        return key.length > 1
                && (IntStream.range(0, key.length).map(i -> key[i]).distinct().count() < FEW_BYTES
                        || IntStream.range(1, key.length)
                                        .map(i -> (byte) (key[i] - key[i - 1]))
                                        .distinct()
                                        .count()
                                == 1);
    }

    private byte[] bytes() {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** Never in words. */
    @Override
    public String toString() {
        return "Secret";
    }
}
