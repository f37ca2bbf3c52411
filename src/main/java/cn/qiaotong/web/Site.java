package cn.qiaotong.web;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.ResponseCookie;

/**
 * The one address that this desk has, and what follows from it: cookies are secure and bound to the host, and transport
 * security is announced, unless the address is a loopback one. Nothing is ever derived from a request's Host header.
 */
@ConfigurationProperties("qiaotong")
public record Site(@DefaultValue("http://127.0.0.1:8080") URI url) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    public Site {
        var plain = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
        if (url.getHost() == null || !("https".equals(url.getScheme()) || plain)) {
            throw new IllegalArgumentException(
                    "qiaotong.url is '%s': it must be an https address, or http on a loopback host.".formatted(url));
        }
        url = URI.create("%s://%s".formatted(url.getScheme(), url.getRawAuthority()));
    }

    public boolean secure() {
        return "https".equals(url.getScheme());
    }

    /** The address of a local path, for mails, letters and Keycloak. */
    public URI at(String path) {
        return URI.create(url + path);
    }

    /** A cookie for this host only, out of reach of scripts; a duration of zero removes it. */
    public ResponseCookie cookie(String name, String content, Duration age) {
        return ResponseCookie.from(cookieName(name), content)
                .path("/")
                .httpOnly(true)
                .secure(secure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }

    public String cookieName(String name) {
        return secure() ? "__Host-" + name : name;
    }
}
