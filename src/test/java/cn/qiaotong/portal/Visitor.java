package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.identity.Person;
import cn.qiaotong.signin.BrowserFixture;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Somebody with a browser that knows no JavaScript: follows redirects, keeps cookies, fills the forms it is given. */
final class Visitor {

    private static final String SITE = "http://127.0.0.1:8080";

    final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final MockMvc mvc;
    private final String language;
    private Optional<Person> person;

    int status;
    String at = "/";
    Document page = Jsoup.parse("");

    Visitor(MockMvc mvc, Person person, String language) {
        this.mvc = mvc;
        this.person = Optional.ofNullable(person);
        this.language = language;
    }

    Visitor signedOut() {
        person = Optional.empty();
        return this;
    }

    Visitor signedInAs(Person somebody) {
        person = Optional.of(somebody);
        return this;
    }

    Visitor get(String path) {
        at = path.replaceAll("#.*", "");
        return show(send(MockMvcRequestBuilders.get(SITE + at)));
    }

    /** Sends the page's only form, or the one with this button, with these fields over what stands in it. */
    Visitor send(Map<String, ?> typed) {
        return press(null, typed);
    }

    Visitor press(String button, Map<String, ?> typed) {
        var form = form(button);
        var values = values(form);
        var files = new LinkedMultiValueMap<String, MockMultipartFile>();
        typed.forEach((name, value) -> {
            if (value instanceof MockMultipartFile file) {
                files.add(name, file);
            } else {
                values.put(name, List.of(String.valueOf(value)));
            }
        });
        var action = form.attr("action");
        var pressed = button == null ? null : page.selectFirst(button);
        if (pressed != null && !pressed.attr("name").isEmpty()) {
            values.set(pressed.attr("name"), pressed.attr("value"));
        }
        if (pressed != null && pressed.hasAttr("formaction")) {
            action = pressed.attr("formaction");
        }
        return post(action, values, files);
    }

    Visitor post(String action, MultiValueMap<String, String> values, MultiValueMap<String, MockMultipartFile> files) {
        var answer = sent(action, values, files);
        if (answer.getStatus() == 303) {
            return get(answer.getHeader("Location"));
        }
        at = action;
        return show(answer);
    }

    MockHttpServletResponse sent(
            String action, MultiValueMap<String, String> values, MultiValueMap<String, MockMultipartFile> files) {
        AbstractMockHttpServletRequestBuilder<?> request;
        if (files.isEmpty()) {
            request = MockMvcRequestBuilders.post(SITE + action);
        } else {
            var multipart = MockMvcRequestBuilders.multipart(SITE + action);
            files.forEach((name, all) -> all.forEach(file -> multipart.file(named(name, file))));
            request = multipart;
        }
        request.header("Referer", SITE + at);
        values.forEach((name, all) -> request.param(name, all.toArray(String[]::new)));
        return send(request);
    }

    /** The bytes behind an address, which stays behind the page that is open. */
    byte[] download(String path) {
        return send(MockMvcRequestBuilders.get(SITE + path)).getContentAsByteArray();
    }

    String text() {
        return page.body().selectFirst("main").text();
    }

    String address(String selector) {
        var link = page.selectFirst(selector);
        assertThat(link).as("%s on %s: %s", selector, at, page.title()).isNotNull();
        return link.attr("href");
    }

    Element form(String button) {
        var found = button == null
                ? page.selectFirst("main form")
                : Optional.ofNullable(page.selectFirst(button))
                        .map(each ->
                                each.hasAttr("form") ? page.getElementById(each.attr("form")) : each.closest("form"))
                        .orElse(null);
        assertThat(found)
                .as("a form on %s (%s): %s", at, status, page.body().text())
                .isNotNull();
        return found;
    }

    /** What the fields of a form hold, as a browser would send it. */
    static LinkedMultiValueMap<String, String> values(Element form) {
        var values = new LinkedMultiValueMap<String, String>();
        for (var control : form.select("input[name], select[name], textarea[name]")) {
            var type = control.attr("type");
            if (control.is("select")) {
                Optional.ofNullable(control.selectFirst("option[selected]"))
                        .ifPresent(option -> values.add(control.attr("name"), option.attr("value")));
            } else if (type.equals("checkbox") || type.equals("radio")) {
                if (control.hasAttr("checked")) {
                    values.add(control.attr("name"), control.attr("value"));
                }
            } else if (!type.equals("file")) {
                values.add(control.attr("name"), control.is("textarea") ? control.wholeText() : control.attr("value"));
            }
        }
        return values;
    }

    private static MockMultipartFile named(String name, MockMultipartFile file) {
        try {
            return new MockMultipartFile(name, file.getOriginalFilename(), file.getContentType(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) {
        request.header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        person.ifPresent(somebody -> request.with(BrowserFixture.as(somebody)));
        try {
            var answer = mvc.perform(request).andReturn().getResponse();
            for (var cookie : answer.getCookies()) {
                cookies.put(cookie.getName(), cookie);
            }
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Visitor show(MockHttpServletResponse answer) {
        status = answer.getStatus();
        if (status == 303 || status == 302) {
            return get(answer.getHeader("Location"));
        }
        var html = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        page = Jsoup.parse(html, SITE);
        keep(html);
        return this;
    }

    /** Leaves every page that a test saw where a person can look at it. */
    private void keep(String html) {
        var folder = System.getProperty("pages");
        if (folder == null || page.body().selectFirst("main") == null) {
            return;
        }
        try {
            var name = "%s-%s-%s.html"
                    .formatted(
                            at.replaceAll("[A-Za-z0-9_-]{22}", "id").replaceAll("[^a-z0-9]+", "-"), status, language);
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, name), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
