package cn.qiaotong.signin;

import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.web.LocalPath;
import cn.qiaotong.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Saves the fields of a form that came too late, so that an ended session costs a sign-in and not an hour of typing. Only
 * a form that one of our own pages sent, from a browser whose last person we know, is kept; its files are not.
 */
@Component
class PostKeeper {

    private static final int LARGEST = 300_000;

    private final KeptPosts posts;
    private final BrowserMarks marks;
    private final People people;
    private final Site site;

    PostKeeper(KeptPosts posts, BrowserMarks marks, People people, Site site) {
        this.posts = posts;
        this.marks = marks;
        this.people = people;
        this.site = site;
    }

    /** Keeps the fields if they may be kept; the page to come back to. */
    Optional<String> keep(HttpServletRequest request, HttpServletResponse response) {
        var whose = people.current().map(marks::indexOf).or(() -> marks.who(request));
        if (whose.isEmpty() || !request.getMethod().equals("POST") || !isOurs(request)) {
            return Optional.empty();
        }
        var page = page(request);
        var fields = fields(request);
        if (page.isEmpty() || size(fields) > LARGEST) {
            return page;
        }
        posts.keep(marks.newKept(response), page.get(), whose.get(), fields);
        return page;
    }

    /** The page that a kept post brings this person back to. */
    Optional<String> waiting(HttpServletRequest request, Person person) {
        return marks.kept(request).flatMap(id -> posts.page(id, person));
    }

    private boolean isOurs(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return (from == null || from.equals("same-origin"))
                && (origin == null || origin.equals(site.url().toString()));
    }

    private Optional<String> page(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .filter(referer -> referer.startsWith(site.url() + "/"))
                .map(referer -> referer.substring(site.url().toString().length()))
                .or(() -> Optional.of(request.getRequestURI()))
                .flatMap(LocalPath::of);
    }

    private static Map<String, String[]> fields(HttpServletRequest request) {
        var fields = new TreeMap<>(request.getParameterMap());
        fields.remove("_csrf");
        return fields;
    }

    private static int size(Map<String, String[]> fields) {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + Arrays.stream(field.getValue())
                                .mapToInt(String::length)
                                .sum())
                .sum();
    }
}
