package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Keycloak goes away while people use the desk: visitors are told so at once and in their language, whoever is signed in
 * works on, and nothing has to be restarted when it is back.
 */
class KeycloakAwayBrowserTests extends RunningDesk {

    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(10);

    /** The ways of being away. */
    enum Away {
        STOPPED(Relay::shut),
        HANGING(Relay::fallSilent);

        private final Consumer<Relay> begin;

        Away(Consumer<Relay> begin) {
            this.begin = begin;
        }
    }

    @AfterEach
    void keycloakIsBack() {
        Surroundings.wayToKeycloak().open();
        awaitKnown(true);
    }

    @ParameterizedTest
    @CsvSource({"STOPPED,zh-Hant,暫時無法登入", "STOPPED,zh-Hans,暂时无法登录", "HANGING,en,You cannot sign in at the moment"})
    void theDeskStaysUsableAndSigningInComesBackByItself(Away away, String language, String heading) {
        var signedIn = applying(language, "wong-siu-ling");
        away.begin.accept(Surroundings.wayToKeycloak());

        worksOn(signedIn);
        awaitKnown(false);
        isToldAtOnce(visitor(language).open(at(SERVICE)), heading);

        Surroundings.wayToKeycloak().open();
        awaitKnown(true);
        signsIn(visitor(language).open(at(SERVICE)));
    }

    private static void worksOn(Browser browser) {
        var page = browser.url();
        browser.type("full_name", "黃小玲").leave(browser.find(By.name("form.save")));
        browser.open(page);
        assertThat(browser.find(By.name("full_name")).getDomProperty("value")).isEqualTo("黃小玲");
        browser.open(at("/requests"));
        assertThat(browser.find(By.cssSelector(".who")).getText()).contains("黃小玲");
    }

    private static void isToldAtOnce(Browser browser, String heading) {
        var begun = System.nanoTime();
        browser.leave(browser.find(By.cssSelector(".site-header a[href*='/sign-in']")));
        var shown = browser.heading();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
        assertThat(shown).isEqualTo(heading);
        assertThat(browser.driver()
                        .executeScript("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(503L);
        browser.page().check("unavailable");
    }

    private static void signsIn(Browser browser) {
        browser.leave(browser.find(By.cssSelector(".site-header a[href*='/sign-in']")))
                .signIn(Surroundings.person("wong-siu-ling"));

        assertThat(browser.url()).isEqualTo(at(SERVICE));
        assertThat(browser.find(By.cssSelector(".who")).getText()).contains("黃小玲");
    }

    /** The desk asks Keycloak every few seconds only; until it has, and whenever it asks, it answers at once. */
    private static void awaitKnown(boolean there) {
        new WebDriverWait(Browser.fresh().driver(), SOON).until(known -> leadsToKeycloak() == there);
    }

    private static boolean leadsToKeycloak() {
        var begun = System.nanoTime();
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(at("/sign-in"))).build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
            return answer.statusCode() != 503;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
