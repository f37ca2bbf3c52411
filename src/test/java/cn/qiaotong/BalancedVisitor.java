package cn.qiaotong;

import cn.qiaotong.signin.FakeKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody before the nodes whose cookies go to whichever node answers, as through a balancer that ends TLS: secure cookies
 * are sent although the nodes themselves are reached without.
 */
final class BalancedVisitor {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** The way in at one node; the identity provider vouches for the subject. */
    void signIn(PackagedNode node, FakeKeycloak keycloak, String subject) {
        var asked = location(get(node, location(get(node, "/sign-in"))));
        keycloak.vouchFor(subject, parameter(asked, "nonce"));
        get(
                node,
                "/login/oauth2/code/keycloak?code=good&state=%s"
                        .formatted(URLEncoder.encode(parameter(asked, "state"), StandardCharsets.UTF_8)));
    }

    HttpResponse<String> get(PackagedNode node, String path) {
        return send(request(node, path).build());
    }

    HttpResponse<String> post(PackagedNode node, String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(node, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The token that a form on a page carries. */
    String token(PackagedNode node) {
        var page = TOKEN.matcher(get(node, "/help").body());
        return page.find() ? page.group(1) : "";
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(PackagedNode node, String path) {
        var request = HttpRequest.newBuilder(URI.create(node.url() + path)).header("Accept-Language", "en");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private static String parameter(String url, String name) {
        return Pattern.compile("[?&]" + name + "=([^&]*)")
                .matcher(url)
                .results()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s in %s".formatted(name, url)));
    }
}
