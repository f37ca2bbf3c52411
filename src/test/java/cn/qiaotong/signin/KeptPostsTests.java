package cn.qiaotong.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import cn.qiaotong.identity.Person;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class KeptPostsTests {

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givesTheSamePersonTheirWordsBackOnce(Database database) {
        var at = new KeptPostsFixture(database.migrated());
        var person = at.signedIn("s");
        var kept = keep(at, person, request());

        assertThat(kept.page()).contains("/drafts/7/about?step=2");
        assertThat(kept.fields("/drafts/8/about", person)).isEmpty();
        assertThat(kept.fields("/drafts/7/about", person).orElseThrow())
                .containsEntry("name", List.of("陈大文"))
                .containsEntry("city", List.of("广州", "江门"))
                .doesNotContainKey("_csrf");
        assertThat(kept.fields("/drafts/7/about", person)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givesAnotherPersonNothing(Database database) {
        var at = new KeptPostsFixture(database.migrated());
        var other = at.signedIn("other");
        var kept = keep(at, at.signedIn("s"), request());

        assertThat(kept.fields("/drafts/7/about", other)).isEmpty();
        assertThat(kept.waiting(other)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void forgetsAfterAnHour(Database database) {
        var at = new KeptPostsFixture(database.migrated());
        var person = at.signedIn("s");
        var kept = keep(at, person, request());

        at.clock.advance(Duration.ofMinutes(59));
        assertThat(kept.waiting(person)).isPresent();
        at.clock.advance(Duration.ofMinutes(1));
        assertThat(kept.waiting(person)).isEmpty();
        assertThat(kept.fields("/drafts/7/about", person)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void keepsNothingReadableInTheDatabase(Database database) {
        var at = new KeptPostsFixture(database.migrated());
        var kept = keep(at, at.signedIn("s"), request());

        var row = at.jdbc
                .sql("select id, sealed from kept_post")
                .query((r, n) -> r.getString(1) + new String(r.getBytes(2), StandardCharsets.UTF_8))
                .single();
        assertThat(row).doesNotContain("陈大文").doesNotContain(kept.cookie().getValue());
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void keepsNothingThatOurOwnPagesDidNotSend(Database database) {
        var at = new KeptPostsFixture(database.migrated());
        var person = at.signedIn("s");
        var crossSite = request();
        crossSite.addHeader("Sec-Fetch-Site", "cross-site");
        var otherOrigin = request();
        otherOrigin.addHeader("Origin", "https://evil.example");

        assertThat(keep(at, person, crossSite).page()).isEmpty();
        assertThat(keep(at, person, otherOrigin).page()).isEmpty();
        assertThat(rows(at)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void keepsNothingForABrowserNobodySignedInWith(Database database) {
        var at = new KeptPostsFixture(database.migrated());
        var forged = request();
        forged.setCookies(new Cookie("who", "c29tZXRoaW5nIGVsc2U"));

        assertThat(at.keeper.keep(request(), new MockHttpServletResponse())).isEmpty();
        assertThat(at.keeper.keep(forged, new MockHttpServletResponse())).isEmpty();
        assertThat(rows(at)).isZero();
    }

    private static int rows(KeptPostsFixture at) {
        return at.jdbc
                .sql("select count(*) from kept_post")
                .query(Integer.class)
                .single();
    }

    private static MockHttpServletRequest request() {
        var request = new MockHttpServletRequest("POST", "/drafts/7/about/save");
        request.addHeader("Referer", "http://127.0.0.1:8080/drafts/7/about?step=2");
        request.addParameter("name", "陈大文");
        request.addParameter("city", "广州", "江门");
        request.addParameter("_csrf", "token");
        return request;
    }

    private static Kept keep(KeptPostsFixture at, Person person, MockHttpServletRequest request) {
        var remembered = new MockHttpServletResponse();
        at.marks.remember(person, remembered);
        request.setCookies(remembered.getCookie("who"));
        var response = new MockHttpServletResponse();
        return new Kept(at, at.keeper.keep(request, response), response.getCookie("kept"));
    }

    private record Kept(KeptPostsFixture at, Optional<String> page, Cookie cookie) {

        Optional<MultiValueMap<String, String>> fields(String path, Person person) {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(later()));
            return at.posts.forPath(path, person);
        }

        Optional<String> waiting(Person person) {
            return at.keeper.waiting(later(), person);
        }

        private MockHttpServletRequest later() {
            var later = new MockHttpServletRequest("GET", "/");
            later.setCookies(cookie);
            return later;
        }
    }
}
