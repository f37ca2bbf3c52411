package cn.qiaotong;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.openqa.selenium.By;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application as it stands on its surroundings, for a browser to look at. All tests that inherit it share one, because
 * Keycloak knows it by one address only.
 */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:running-desk;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000",
            "qiaotong.demo=true",
            "qiaotong.vault.active=test",
            "qiaotong.vault.keys.test=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "qiaotong.vault.index-key=Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA="
        })
abstract class RunningDesk {

    static final String SERVICE = "/services/wealth-connect-southbound";

    @DynamicPropertySource
    static void standOnTheSurroundings(DynamicPropertyRegistry registry) {
        Surroundings.applicationProperties().forEach(property -> {
            var at = property.indexOf('=');
            registry.add(property.substring(0, at), () -> property.substring(at + 1));
        });
    }

    @BeforeAll
    static void opens() {
        Surroundings.wayToTheApplication().open();
    }

    /** Other tests read the code that Keycloak hands out, which a running desk would spend. */
    @AfterAll
    static void shuts() {
        Surroundings.wayToTheApplication().shut();
    }

    static String at(String path) {
        return Surroundings.applicationUrl() + path;
    }

    /** Somebody who comes for the first time and has chosen a language. */
    static Browser visitor(String language) {
        return Browser.fresh().open(at("/?lang=" + language));
    }

    /** The first question page of a new draft of somebody who signs in for it. */
    static Browser applying(String language, String applicant) {
        var browser = visitor(language).open(at("/sign-in?to=" + SERVICE)).signIn(Surroundings.person(applicant));
        return firstPage(browser);
    }

    /** From the page of a service to the first question. */
    static Browser firstPage(Browser browser) {
        browser.leave(browser.find(By.cssSelector("form[action$='/drafts'] button")));
        return browser.leave(browser.find(By.cssSelector(".task-list a")));
    }
}
