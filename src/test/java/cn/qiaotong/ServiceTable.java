package cn.qiaotong;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyInvalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of services in the README, as the folders would write it. */
final class ServiceTable {

    private static final String BEGIN = "<!-- services -->\n";
    private static final String END = "\n<!-- /services -->";
    private static final String HEAD = "| key | service | status | who decides |\n| --- | --- | --- | --- |\n";

    /** One line of the table. */
    record Service(String key, String simplified, String english, String status, String decider) {

        private String line() {
            return "| `%s` | %s / %s | %s | %s |".formatted(key, simplified, english, status, decider);
        }
    }

    private ServiceTable() {}

    static String of(Path folders, LocalDate day) {
        try (Stream<Path> all = Files.list(folders)) {
            return of(all.filter(folder -> Files.exists(folder.resolve(folder.getFileName() + ".bpmn")))
                    .sorted()
                    .map(folder -> service(folder, day))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(List<Service> services) {
        return services.stream().map(Service::line).collect(Collectors.joining("\n", HEAD, ""));
    }

    /** The table as the README has it; nothing where the marks are missing. */
    static String in(String readme) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        return begin < 0 || end < begin ? "" : readme.substring(begin + BEGIN.length(), end);
    }

    private static Service service(Path folder, LocalDate day) {
        var english = words(folder, "messages_en.properties");
        return new Service(
                folder.getFileName().toString(),
                words(folder, "messages.properties").getProperty("title"),
                english.getProperty("title"),
                status(folder, day),
                english.getProperty("decider"));
    }

    private static String status(Path folder, LocalDate day) {
        try {
            var content = Files.readAllBytes(folder.resolve("policies.yaml"));
            return Policies.read(folder + "/policies.yaml", new ByteArrayInputStream(content)).stream()
                    .filter(row -> row.kind().equals("status") && row.inForceOn(day))
                    .map(row -> String.valueOf(row.value()))
                    .findFirst()
                    .orElse("CLOSED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PolicyInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties words(Path folder, String file) {
        try {
            var words = new Properties();
            words.load(new StringReader(Files.readString(folder.resolve(file), UTF_8)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
