package cn.qiaotong.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The rows of a table of this package's tests, cell by cell; empty lines and those that begin with # are for people. */
final class TableRows {

    private TableRows() {}

    static Stream<String[]> of(String table) {
        try {
            return new ClassPathResource("calendar/" + table)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s*\\|\\s*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
