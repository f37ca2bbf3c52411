package cn.qiaotong.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.identity.Person;
import cn.qiaotong.vault.Tampered;
import cn.qiaotong.vault.Vault;
import cn.qiaotong.web.Site;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The two cookies that outlive a session: who signed in here last, as a sealed blind index that says nothing to anybody
 * else, and the id of a post that is being kept for them.
 */
@Component
class BrowserMarks {

    private static final String WHO = "who";
    private static final String KEPT = "kept";
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Vault vault;
    private final Site site;
    private final SecureRandom random = new SecureRandom();

    BrowserMarks(Vault vault, Site site) {
        this.vault = vault;
        this.site = site;
    }

    String indexOf(Person person) {
        return vault.index(person.account().toString(), WHO);
    }

    void remember(Person person, HttpServletResponse response) {
        var sealed = vault.seal(indexOf(person).getBytes(UTF_8), WHO);
        set(response, WHO, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), REMEMBERED);
    }

    Optional<String> who(HttpServletRequest request) {
        return cookie(request, WHO).flatMap(this::opened);
    }

    Optional<String> kept(HttpServletRequest request) {
        return cookie(request, KEPT);
    }

    String newKept(HttpServletResponse response) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        set(response, KEPT, id, KeptPosts.KEPT);
        return id;
    }

    private Optional<String> opened(String text) {
        try {
            return Optional.of(new String(vault.open(Base64.getUrlDecoder().decode(text), WHO), UTF_8));
        } catch (Tampered | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, site.cookieName(name)))
                .map(Cookie::getValue)
                .filter(text -> !text.isEmpty());
    }

    private void set(HttpServletResponse response, String name, String content, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, site.cookie(name, content, age).toString());
    }
}
