package cn.qiaotong.web;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path on this site that somebody may be sent to. Everything else that a link could carry is refused: another host in
 * any spelling, a control character plain or encoded, and the pages that would send the person round in a circle.
 */
public final class LocalPath {

    private static final Pattern SAFE =
            Pattern.compile("/(?![/\\\\])[A-Za-z0-9\\-._~!$&'()*+,;=:@%/]*(?:\\?[A-Za-z0-9\\-._~!$&'()*+,;=:@%/?]*)?");
    private static final Pattern TWISTED = Pattern.compile(
            "^[^?]*(?://|/\\.{1,2}(?:/|$)|;|%2e|%2f|%5c|%25)|%[01]|%7f|%(?![0-9a-f]{2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CIRCULAR =
            Pattern.compile("/(?:sign-in|sign-out|signed-out|register|login|logout|oauth2|error)(?:[/?].*)?");
    private static final int LONGEST = 1500;

    private LocalPath() {}

    public static Optional<String> of(String text) {
        return Optional.ofNullable(text)
                .filter(path -> path.length() <= LONGEST)
                .filter(path -> SAFE.matcher(path).matches())
                .filter(path -> !TWISTED.matcher(path).find())
                .filter(path -> !CIRCULAR.matcher(path).matches());
    }
}
