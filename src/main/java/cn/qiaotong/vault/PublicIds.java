package cn.qiaotong.vault;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;

/** Makes the ids that leave the desk: 128 random bits for URLs, and receipts that can be read over the telephone. */
public final class PublicIds {

    static final String READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int DIGITS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicIds() {}

    public static String forUrl() {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** A receipt such as {@code JH-7K3M-9QTF-4}: eight readable characters and a check character over them. */
    public static String receipt() {
        var text = RANDOM.ints(DIGITS, 0, READABLE.length())
                .mapToObj(digit -> READABLE.substring(digit, digit + 1))
                .collect(Collectors.joining());
        return "JH-%s-%s-%s".formatted(text.substring(0, 4), text.substring(4), check(text));
    }

    /**
     * The check character. The alphabet has a prime number of characters and neighbours have different weights, so that every
     * wrong character and every swap of neighbours shows.
     */
    static char check(String text) {
        int sum = 0;
        for (int place = 0; place < text.length(); place++) {
            sum = (sum * 2 + READABLE.indexOf(text.charAt(place))) % READABLE.length();
        }
        return READABLE.charAt(sum);
    }
}
