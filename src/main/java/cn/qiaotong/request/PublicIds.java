package cn.qiaotong.request;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the ids that leave the desk: 128 random bits for URLs, and receipts that can be read over the telephone. */
final class PublicIds {

    private static final String READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicIds() {}

    static String forUrl() {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** A receipt such as {@code JH-7K3M-9QTF-4}: eight readable characters and a check character over them. */
    static String receipt() {
        var text = new StringBuilder("JH-");
        int sum = 0;
        for (int place = 0; place < 8; place++) {
            int digit = RANDOM.nextInt(READABLE.length());
            sum = (sum * 2 + digit) % 31;
            text.append(READABLE.charAt(digit));
            if (place == 3) {
                text.append('-');
            }
        }
        return text.append('-').append(READABLE.charAt(sum)).toString();
    }
}
