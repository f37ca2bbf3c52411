package cn.qiaotong.operation;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where something is reached: whether it is this machine, and whether the way there is protected. */
final class Address {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final Pattern POSTGRESQL = Pattern.compile("jdbc:postgresql:(?://([^/?]*)/?)?[^?]*(?:\\?(.*))?");

    private Address() {}

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    /** An https address, or one of this machine where that is allowed. */
    static boolean isSafe(String url, boolean loopbackIsEnough) {
        try {
            var address = URI.create(url);
            return address.getHost() != null
                    && ("https".equals(address.getScheme())
                            || loopbackIsEnough && "http".equals(address.getScheme()) && isLoopback(address.getHost()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    static boolean isPostgresql(String url) {
        return POSTGRESQL.matcher(url).matches();
    }

    /** A database on this machine, or one whose certificate is checked against its name. */
    static boolean isSafePostgresql(String url) {
        var parts = POSTGRESQL.matcher(url);
        return parts.matches()
                && (hosts(parts.group(1)).stream().allMatch(Address::isLoopback)
                        || parts.group(2) != null
                                && Arrays.asList(parts.group(2).split("&")).contains("sslmode=verify-full"));
    }

    private static List<String> hosts(String authority) {
        return authority == null || authority.isEmpty()
                ? List.of()
                : Arrays.stream(authority.split(","))
                        .map(host -> host.replaceFirst(":\\d+$", ""))
                        .toList();
    }
}
