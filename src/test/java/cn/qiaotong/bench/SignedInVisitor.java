package cn.qiaotong.bench;

import cn.qiaotong.identity.Role;
import cn.qiaotong.signin.FakeKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser, signed in through the application's own sign-in before the window opens. */
final class SignedInVisitor {

    /** What came back: the status, where it leads, and the page. */
    record Answer(int status, String location, String body) {}

    private static final int PATIENCE = 20;
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");
    private static final Pattern PARAMETER = Pattern.compile("[?&]([a-z_]+)=([^&]+)");

    private final String site;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";

    private SignedInVisitor(String site) {
        this.site = site;
    }

    static SignedInVisitor signedIn(
            String site, FakeKeycloak keycloak, String subject, Role role, Optional<String> group) {
        var visitor = new SignedInVisitor(site);
        for (var i = 0; i < PATIENCE && visitor.token.isEmpty(); i++) {
            var asked = visitor.asked();
            keycloak.admits(
                    subject, asked.get("nonce"), role.key(), group.stream().toList());
            visitor.get("/login/oauth2/code/keycloak?code=good&state=" + encoded(asked.get("state")));
            visitor.token = token(visitor.get("/account").body());
        }
        if (visitor.token.isEmpty()) {
            throw new IllegalStateException(subject + " could not sign in");
        }
        return visitor;
    }

    private static String token(String page) {
        return TOKEN.matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    /** What the application asks of Keycloak; while it finds Keycloak too slow, as on a busy machine, it is asked again. */
    private Map<String, String> asked() {
        for (var i = 0; i < PATIENCE; i++) {
            var left = get("/sign-in").location();
            var away =
                    left.isEmpty() || left.contains("state=") ? left : get(left).location();
            if (away.contains("state=")) {
                return PARAMETER
                        .matcher(away)
                        .results()
                        .collect(Collectors.toMap(
                                found -> found.group(1),
                                found -> URLDecoder.decode(found.group(2), StandardCharsets.UTF_8),
                                (first, again) -> first));
            }
            LockSupport.parkNanos(1_000_000_000);
        }
        throw new IllegalStateException("The application does not lead to the sign-in");
    }

    Answer get(String path) {
        return send("GET", path, new byte[0]);
    }

    /** Posts fields, where a name with several values is written {@code a&b}. */
    Answer post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .flatMap(field ->
                        List.of(field.getValue().split("&")).stream().map(each -> field.getKey() + "=" + encoded(each)))
                .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String method, String path, byte[] body) {
        try {
            var request = (HttpURLConnection) URI.create(path.startsWith("http") ? path : site + path)
                    .toURL()
                    .openConnection();
            request.setInstanceFollowRedirects(false);
            request.setRequestMethod(method);
            request.setRequestProperty("Accept-Language", "zh-CN");
            request.setRequestProperty(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
            if (method.equals("POST")) {
                request.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
                request.setDoOutput(true);
                request.getOutputStream().write(body);
            }
            return answer(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer(HttpURLConnection request) throws IOException {
        var status = request.getResponseCode();
        request.getHeaderFields().forEach((name, lines) -> {
            if ("Set-Cookie".equalsIgnoreCase(name)) {
                lines.forEach(this::keep);
            }
        });
        var stream = status < 400 ? request.getInputStream() : request.getErrorStream();
        var page = stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(
                status, Optional.ofNullable(request.getHeaderField("Location")).orElse(""), page);
    }

    private void keep(String line) {
        var cookie = Pattern.compile("([^=;]+)=([^;]*)").matcher(line);
        if (cookie.lookingAt()) {
            cookies.put(cookie.group(1), cookie.group(2));
        }
    }
}
