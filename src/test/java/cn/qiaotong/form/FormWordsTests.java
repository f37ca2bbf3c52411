package cn.qiaotong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of forms: the same keys and arguments in every language, and one for every error the checks can give. */
class FormWordsTests {

    private static final Pattern CODE = Pattern.compile(
            "(?:refused|missing)\\(\\s*(?:field, )?name, (?:lines \\? )?\"([a-z.]+)\"(?: : \"([a-z.]+)\")?");

    @ParameterizedTest
    @ValueSource(strings = {"_zh_HK", "_en"})
    void areCompleteInEveryLanguage(String language) throws IOException {
        var simplified = words("");
        var other = words(language);

        assertThat(other.keySet()).isEqualTo(simplified.keySet());
        assertThat(simplified.stringPropertyNames()).allSatisfy(key -> {
            if (!key.endsWith(".pattern") || key.startsWith("form.error")) {
                assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(simplified.getProperty(key)));
            }
        });
    }

    @Test
    void wordEveryErrorOfTheChecks() throws IOException {
        var words = words("");
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/cn/qiaotong/form"))) {
            var codes = sources.map(FormWordsTests::source)
                    .flatMap(source -> CODE.matcher(source).results())
                    .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                    .filter(code -> code != null)
                    .distinct()
                    .toList();

            assertThat(codes).hasSizeGreaterThan(20).allSatisfy(code -> assertThat(words)
                    .containsKey("form.error." + code));
        }
    }

    private static int arguments(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var stream = FormWordsTests.class.getResourceAsStream("/messages/form" + language + ".properties")) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static String source(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
