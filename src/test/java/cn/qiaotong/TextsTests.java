package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Refuses a text that one language lacks, that nobody shows or that takes other arguments, and a text that stands in a
 * template or in Java instead of a bundle.
 */
class TextsTests {

    /** Keys that the program puts together; what begins so counts as used. */
    private static final Set<String> DYNAMIC = Set.of(
            "web.language.",
            "web.size.",
            "web.refusal.",
            "signin.failed.",
            "identity.role.",
            "form.error.",
            "form.unusual.",
            "form.hours.",
            "request.offer.",
            "portal.status.",
            "portal.consents.effect.",
            "fit.result.",
            "review.ground.",
            "review.notices.",
            "portal.region.",
            "portal.validity.",
            "portal.confidence.",
            "portal.start.step.",
            "portal.products.term.",
            "portal.sheet.refused.",
            "portal.sheet.kind.",
            "portal.sheet.notes.",
            "portal.checks.verdict.",
            "notification.notice.",
            "notification.mail.",
            "review.tag.",
            "review.due.",
            "review.state.",
            "review.error.",
            "review.verdict.",
            "web.unit.",
            "review.reason.",
            "review.stage.",
            "dashboard.measure.",
            "dashboard.turnover.",
            "dashboard.about.",
            "dashboard.money.",
            "dashboard.mode.",
            "dashboard.standing.",
            "dashboard.calendar.",
            "objection.remedy.",
            "budget.column.",
            "budget.figure.",
            "budget.movement.",
            "grant.title.",
            "grant.text.",
            "grant.result.",
            "grant.cut.");

    /** Chinese that English pages show on purpose. */
    private static final Set<String> CHINESE_IN_ENGLISH = Set.of("绿色通道", "侨通", "简体", "繁體", "办理");

    /** Files whose Chinese is data and not something to read. */
    private static final Set<String> CHINESE_DATA = Set.of("DateValue.java", "NumberValue.java");

    /** Values that a control sends and nobody reads. */
    private static final Set<String> SENT = Set.of("true", "on");

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path SIGN_IN = Path.of("realm/theme/qiaotong");
    private static final List<String> OTHERS = List.of("_zh_HK", "_en");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}|[\\u3000-\\u303f\\uff00-\\uffef]");
    private static final Pattern READABLE = Pattern.compile("\\p{L}");
    private static final Pattern SHOWN =
            Pattern.compile("(?<![\\w:-])(title|aria-label|alt|placeholder|value)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern JAVA_TEXT = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)+'",
            Pattern.DOTALL);

    @Test
    void everyLanguageHasTheSameTexts() {
        assertThat(bundles().flatMap(base -> OTHERS.stream()
                        .flatMap(other -> differences(read(base), read(other(base, other)), other))))
                .isEmpty();
        assertThat(differences(properties("a=1\nb={0}"), properties("b={1}\nc=1"), "_en"))
                .containsExactlyInAnyOrder("a is missing in _en", "c is only in _en", "b takes other arguments in _en");
    }

    @Test
    void everyTextIsUsed() {
        var sources = String.join("\n", all(Path.of("src/main/java"), ".java"))
                + String.join("\n", all(Path.of("src/main/resources/templates"), ".html"));
        var keys = bundles().flatMap(base -> read(base).keySet().stream()).toList();

        assertThat(unused(keys, sources)).isEmpty();
        assertThat(unused(List.of("portal.nobody.heading", "portal.start.heading"), "#{portal.start.heading}"))
                .containsExactly("portal.nobody.heading");
    }

    /** A condition beside a replacement is never asked: the element is gone before its turn comes. */
    @Test
    void noConditionStandsBesideAReplacement() {
        assertThat(files(Path.of("src/main/resources/templates"), ".html")
                        .flatMap(file -> unasked(text(file)).map(found -> file + ": " + found)))
                .isEmpty();
        assertThat(
                        unasked(
                                "<p th:if=\"${a}\"><i th:replace=\"~{b}\"></i></p><i th:replace=\"~{c}\" th:unless=\"${d}\"></i>"))
                .hasSize(1);
    }

    private static Stream<String> unasked(String template) {
        return Pattern.compile("<[^>]*\\sth:(if|unless)=[^>]*>")
                .matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(element -> element.matches("(?s).*\\sth:(replace|insert)=.*"));
    }

    @Test
    void templatesContainNoText() {
        assertThat(files(Path.of("src/main/resources/templates"), ".html")
                        .flatMap(file -> literals(text(file)).map(found -> file + ": " + found)))
                .isEmpty();
        assertThat(literals("<p>[[#{a.b}]] <!-- why --> hello</p>")).containsExactly("hello");
        assertThat(literals("<p>您好</p>")).containsExactly("您好");
        assertThat(literals("<img th:alt=\"#{a.b}\" alt=\"A cat\">")).containsExactly("alt=A cat");
        assertThat(literals("<button title=\"保存\" value=\"zh-Hans\"></button>"))
                .containsExactly("title=保存", "value=zh-Hans");
        assertThat(literals("<a th:title=\"#{a.b}\" th:if=\"${a > b}\">[(${c})]</a>"))
                .isEmpty();
    }

    @Test
    void javaContainsNoChineseText() {
        assertThat(files(Path.of("src/main/java"), ".java")
                        .filter(file ->
                                !CHINESE_DATA.contains(file.getFileName().toString()))
                        .flatMap(file -> chineseStrings(text(file)).map(found -> file + ": " + found)))
                .isEmpty();
        assertThat(chineseStrings("/** 侨通 */ // 转介\nvar a = \"办理\"; var b = \"\"\"\n  受理\n  \"\"\"; var c = 'x';"))
                .containsExactly("办理", "受理");
    }

    @Test
    void englishTextsAreInEnglish() {
        assertThat(bundles().flatMap(base -> chineseTexts(read(other(base, "_en")))))
                .isEmpty();
        assertThat(chineseTexts(Map.of("a", "The fast-track desk (绿色通道)", "b", "Please 登录")))
                .containsExactly("b");
    }

    @Test
    void traditionalLettersAndPagesAddressTheReaderInOneWayEach() {
        assertThat(Stream.of(MESSAGES, Path.of("bpmn"))
                        .flatMap(folder -> files(folder, "_zh_HK.properties"))
                        .flatMap(file -> addressedOtherwise(read(file)).map(key -> file + ": " + key)))
                .isEmpty();
        assertThat(addressedOtherwise(
                        Map.of("a.text", "請閣下補交", "b.text", "你的申請", "c.text", "您的申請", "notification.mail.d", "您的申請")))
                .containsExactlyInAnyOrder("a.text", "b.text", "notification.mail.d");
    }

    @Test
    void traditionalMailsAndPagesOfTheSignInAddressTheReaderInTheSameWay() {
        assertThat(read(SIGN_IN.resolve("email/messages/messages_zh_Hant.properties"))
                        .values())
                .isNotEmpty()
                .noneMatch(letter -> letter.matches("(?s).*[您你].*"));
        assertThat(read(SIGN_IN.resolve("login/messages/messages_zh_Hant.properties"))
                        .values())
                .isNotEmpty()
                .noneMatch(page -> page.matches("(?s).*(閣下|你).*"));
    }

    @Test
    void textsWithArgumentsHaveNoQuoteThatWouldSwallowThem() {
        assertThat(allBundles().flatMap(file -> swallowed(read(file)).map(key -> file + ": " + key)))
                .isEmpty();
        assertThat(swallowed(Map.of("a", "It's {0}", "b", "It’s {0}", "c", "It's")))
                .containsExactly("a");
    }

    private static Stream<String> differences(Map<String, String> base, Map<String, String> other, String name) {
        var found = new ArrayList<String>();
        base.forEach((key, text) -> {
            if (!other.containsKey(key)) {
                found.add("%s is missing in %s".formatted(key, name));
            } else if (!arguments(text).equals(arguments(other.get(key)))) {
                found.add("%s takes other arguments in %s".formatted(key, name));
            }
        });
        other.keySet().stream()
                .filter(key -> !base.containsKey(key))
                .forEach(key -> found.add("%s is only in %s".formatted(key, name)));
        return found.stream();
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> unused(List<String> keys, String sources) {
        var named = Pattern.compile("[\\w-]+(\\.[\\w-]+)*")
                .matcher(sources)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> DYNAMIC.stream().noneMatch(key::startsWith))
                .filter(key -> !named.contains(key))
                .toList();
    }

    private static Stream<String> literals(String template) {
        var page = template.replaceAll("(?s)<!--.*?-->|<kbd>.</kbd>", "");
        var attributes = SHOWN.matcher(page)
                .results()
                .filter(shown -> READABLE.matcher(shown.group(2)).find())
                .filter(shown -> !SENT.contains(shown.group(2)))
                .map(shown -> shown.group(1) + "=" + shown.group(2));
        var texts = page.replaceAll("(?s)<[!a-zA-Z/](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", "\n")
                .replaceAll("(?s)\\[\\[.*?]]|\\[\\(.*?\\)]", "")
                .replaceAll("&[a-z]+;", "")
                .lines()
                .map(String::strip)
                .filter(text -> READABLE.matcher(text).find());
        return Stream.concat(attributes, texts);
    }

    private static Stream<String> chineseStrings(String java) {
        return JAVA_TEXT
                .matcher(java)
                .results()
                .map(TextsTests::string)
                .filter(text -> HAN.matcher(text).find())
                .map(String::strip);
    }

    private static String string(MatchResult found) {
        var block = found.group(1);
        var line = found.group(2);
        return block != null ? block : line != null ? line : "";
    }

    private static Stream<String> chineseTexts(Map<String, String> english) {
        return english.entrySet().stream()
                .filter(text -> HAN.matcher(without(text.getValue())).find())
                .map(Map.Entry::getKey);
    }

    private static String without(String text) {
        return CHINESE_IN_ENGLISH.stream().reduce(text, (rest, word) -> rest.replace(word, ""));
    }

    /** Notices and mails are letters and say 閣下; every page says 您. */
    private static Stream<String> addressedOtherwise(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> text.getValue().contains("你")
                        || text.getValue().contains(text.getKey().startsWith("notification.") ? "您" : "閣下"))
                .map(Map.Entry::getKey);
    }

    private static Stream<String> swallowed(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> ARGUMENT.matcher(text.getValue()).find())
                .filter(text -> text.getValue().replace("''", "").contains("'"))
                .map(Map.Entry::getKey);
    }

    private static Stream<Path> bundles() {
        return allBundles().filter(file -> !file.getFileName().toString().contains("_"));
    }

    private static Stream<Path> allBundles() {
        return files(MESSAGES, ".properties");
    }

    private static Path other(Path base, String language) {
        return base.resolveSibling(base.getFileName().toString().replace(".properties", language + ".properties"));
    }

    private static Map<String, String> read(Path file) {
        return Files.exists(file) ? properties(text(file)) : Map.of();
    }

    private static Map<String, String> properties(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static List<String> all(Path folder, String ending) {
        return files(folder, ending).map(TextsTests::text).toList();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
