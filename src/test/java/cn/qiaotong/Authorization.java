package cn.qiaotong;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request to Keycloak to sign a person in, as the application would send it; its parts can be changed or left out. */
final class Authorization {

    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Map<String, String> parameters = new LinkedHashMap<>();

    Authorization() {
        parameters.put("client_id", "qiaotong");
        parameters.put("response_type", "code");
        parameters.put("scope", "openid");
        parameters.put("state", "state");
        parameters.put("redirect_uri", Surroundings.applicationUrl() + "/login/oauth2/code/keycloak");
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
    }

    Authorization with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Authorization without(String... names) {
        for (var name : names) {
            parameters.remove(name);
        }
        return this;
    }

    String url() {
        return Surroundings.keycloakServer().realm() + "/protocol/openid-connect/auth?" + form(parameters);
    }

    HttpResponse<String> send() throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url())).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Exchanges the code of a redirect for tokens, with the parameters given besides the usual ones. */
    static HttpResponse<String> exchange(String redirect, Map<String, String> more) throws Exception {
        var form = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "qiaotong",
                "client_secret",
                Surroundings.CLIENT_SECRET,
                "code",
                redirect.replaceFirst(".*[?&]code=([^&]+).*", "$1"),
                "redirect_uri",
                Surroundings.applicationUrl() + "/login/oauth2/code/keycloak"));
        form.putAll(more);
        return post("/protocol/openid-connect/token", form);
    }

    static HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(Surroundings.keycloakServer().realm() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
