package cn.qiaotong.web;

import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the layout asks about the page it is drawn around: who reads it, in which language, and what their menu is. */
@Component("shell")
@EnableConfigurationProperties(Site.class)
public final class Shell {

    private final People people;
    private final PageLocale locale;
    private final TextSize textSize;
    private final SingletonSupplier<List<MenuEntry>> entries;
    private final Duration idle;

    Shell(
            People people,
            PageLocale locale,
            TextSize textSize,
            ObjectProvider<MenuEntry> entries,
            @Value("${spring.session.timeout:30m}") Duration idle) {
        this.people = people;
        this.locale = locale;
        this.textSize = textSize;
        this.entries = SingletonSupplier.of(() -> entries.orderedStream().toList());
        this.idle = idle;
    }

    public Optional<Person> person() {
        return people.current();
    }

    public boolean isStaff() {
        return person().filter(Person::isStaff).isPresent();
    }

    public boolean isLarger() {
        return textSize.isLarger(request());
    }

    public Language language() {
        return locale.language(request());
    }

    public List<Choice> languages() {
        var now = language();
        return Arrays.stream(Language.values())
                .map(language -> new Choice(language, linkTo(language), language == now))
                .toList();
    }

    public List<Place> menu() {
        var here = path();
        var person = person();
        return entries.obtain().stream()
                .filter(entry -> entry.visibleTo(person))
                .map(entry -> place(entry, person, here))
                .toList();
    }

    /** Path and query of this page, where a choice made on it leads back to. */
    public String here() {
        var query = Optional.ofNullable(request().getQueryString()).orElse("");
        return path() + (query.isEmpty() || isError() ? "" : "?" + query);
    }

    /** The whole address of this page, for paper, which has no address bar. */
    public String address() {
        return URI.create(request().getRequestURL().toString()).resolve(path()).toString();
    }

    /** Seconds after which the session ends if nothing is asked of the desk. */
    public long idleSeconds() {
        return idle.toSeconds();
    }

    private static Place place(MenuEntry entry, Optional<Person> person, String here) {
        var waiting =
                person.map(entry::badge).orElse(java.util.OptionalLong.empty()).orElse(0);
        var current = here.equals(entry.path()) || here.startsWith(entry.path() + "/");
        return new Place(entry.key(), entry.path(), current, waiting);
    }

    private static String linkTo(Language language) {
        var request = request();
        var query =
                isError() ? "" : Optional.ofNullable(request.getQueryString()).orElse("");
        return Arrays.stream((query + "&lang=" + language.html()).split("&"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&", path() + "?", ""));
    }

    private static boolean isError() {
        return request().getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
    }

    private static String path() {
        var failed = (String) request().getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request().getRequestURI() : failed;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** A language the reader may switch to, and the link that does it. */
    public record Choice(Language language, String link, boolean current) {}

    /** A menu entry as this reader sees it on this page. */
    public record Place(String key, String path, boolean current, long waiting) {

        public boolean hasBadge() {
            return waiting > 0;
        }
    }
}
