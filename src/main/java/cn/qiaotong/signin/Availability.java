package cn.qiaotong.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Whether Keycloak answers. Asked before somebody is sent there, because a browser that follows a dead link shows nothing
 * of ours; the answer is kept for a few seconds, and asking never takes longer than two.
 */
@Component
class Availability {

    private static final Duration PATIENCE = Duration.ofMillis(1800);
    private static final Duration KEPT = Duration.ofSeconds(3);

    private final URI asked;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private Instant validUntil = Instant.MIN;
    private boolean available;

    Availability(Keycloak keycloak, Clock clock) {
        this.asked = URI.create(keycloak.discovery());
        this.clock = clock;
    }

    synchronized boolean now() {
        if (!clock.instant().isBefore(validUntil)) {
            available = answers();
            validUntil = clock.instant().plus(KEPT);
        }
        return available;
    }

    private boolean answers() {
        var request = HttpRequest.newBuilder(asked).timeout(PATIENCE).build();
        var answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode() == 200;
        } catch (ExecutionException | TimeoutException away) {
            answer.cancel(true);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
