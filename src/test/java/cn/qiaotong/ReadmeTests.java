package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.ServiceTable.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's table of services says what the folders say today; the failure prints the right one. */
class ReadmeTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void listsTheServicesOfTheFolders() throws IOException {
        var table = ServiceTable.of(Path.of("bpmn"), TODAY);

        assertThat(ServiceTable.in(Files.readString(Path.of("README.md"))))
                .as("README.md, between its marks; write there:%n%s", table)
                .isEqualTo(table);
    }

    @Test
    void seesAServiceThatIsMissing() {
        var service = new Service("a", "甲", "A", "LIVE", "The district");

        assertThat(ServiceTable.in("x\n<!-- services -->\n| old |\n<!-- /services -->\ny"))
                .isEqualTo("| old |")
                .isNotEqualTo(ServiceTable.of(List.of(service)));
        assertThat(ServiceTable.of(List.of(service))).endsWith("| `a` | 甲 / A | LIVE | The district |");
    }
}
