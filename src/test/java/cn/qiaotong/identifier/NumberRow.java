package cn.qiaotong.identifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** One row of {@code identifier/numbers.txt}: what is typed into a field that names a check, and what is said of it. */
record NumberRow(String kind, String typed, String expected, String why) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    static Stream<NumberRow> all() {
        try {
            return new ClassPathResource("identifier/numbers.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(NumberRow::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NumberRow of(String... cells) {
        var typed = ESCAPE.matcher(cells[1].strip())
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
        return new NumberRow(cells[0].strip(), typed, cells[2].strip(), cells[3].strip());
    }
}
