package cn.qiaotong.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** An identity provider that can be told to lie, on a loopback port of its own. */
public final class FakeKeycloak implements AutoCloseable {

    static final RSAKey KEY = key("ours");
    static final RSAKey FOREIGN = key("ours");

    final Map<String, Object> userInfo = new HashMap<>();
    final HttpServer server;
    String nonce = "";
    String lastTokenRequest = "";
    UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    BiFunction<FakeKeycloak, JWTClaimsSet, String> signing = (idp, set) -> signed(KEY, set);
    boolean tokenFails;
    boolean userInfoFails;
    boolean down;

    public FakeKeycloak() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/realms/qiaotong", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String issuer() {
        return url() + "/realms/qiaotong";
    }

    /** Vouches for somebody in the next answer, for whoever asked with this nonce. */
    public void vouchFor(String subject, String askedWith) {
        honest(subject);
        nonce = askedWith;
    }

    void honest(String subject) {
        claims = set -> set.subject(subject);
        signing = (idp, set) -> signed(KEY, set);
        tokenFails = userInfoFails = down = false;
        userInfo.clear();
        userInfo.putAll(Map.of("sub", subject, "name", "陈大文", "email", "chan@example.com"));
    }

    /** Signs in this person next, for whoever asked with this nonce. */
    public void admits(String subject, String asked, String role, List<String> groups) {
        honest(subject);
        nonce = asked;
        userInfo.remove("email");
        claims = set -> set.subject(subject).claim("roles", List.of(role)).claim("organisations", groups);
    }

    static String signed(RSAKey key, JWTClaimsSet set) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    set);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String withPublicKeyAsSecret(JWTClaimsSet set) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ours").build(), set);
            token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(JWTClaimsSet set) {
        return new PlainJWT(set).serialize();
    }

    JWTClaimsSet idToken() {
        var now = Instant.now();
        return claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience("qiaotong")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("roles", List.of("applicant", "offline_access"))
                        .claim("organisations", List.of()))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (down) {
            send(exchange, 503, "{}");
        } else if (path.endsWith("/certs")) {
            send(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString());
        } else if (path.endsWith("/token")) {
            lastTokenRequest = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            send(exchange, tokenFails ? 500 : 200, tokens());
        } else if (path.endsWith("/userinfo")) {
            send(exchange, userInfoFails ? 500 : 200, com.nimbusds.jose.util.JSONObjectUtils.toJSONString(userInfo));
        } else {
            send(exchange, 200, "{\"issuer\":\"%s\"}".formatted(issuer()));
        }
    }

    private String tokens() {
        return """
                {"access_token":"access-canary","refresh_token":"refresh-canary","token_type":"Bearer",
                 "expires_in":60,"scope":"openid profile email","id_token":"%s"}
                """
                .formatted(signing.apply(this, idToken()));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
