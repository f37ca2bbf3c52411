package cn.qiaotong.policy;

import static cn.qiaotong.policy.PolicyFixture.policies;
import static cn.qiaotong.policy.PolicyFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rows are told of before they lapse, and for how long after. */
class EndingTests {

    private static final LocalDate TODAY = LocalDate.of(2024, 1, 10);
    private static final String ROW = "{kind: value, key: %s, value: 1, from: %s, until: %s, source: DEMO}";
    private static final String OPEN = "{kind: value, key: %s, value: 2, from: %s, source: DEMO}";

    @ParameterizedTest
    @CsvSource({
        "2024-01-10, 0",
        "2024-01-11, 1",
        "2024-03-10, 60",
        "2024-01-09, -1",
        "2023-11-11, -60",
    })
    void oneThatEndsSoonOrHasEndedLatelyIsTold(LocalDate last, long left) {
        assertThat(among(ROW.formatted("rate", "2021-02-08", last)))
                .singleElement()
                .satisfies(ending -> {
                    assertThat(ending.row().key()).isEqualTo("rate");
                    assertThat(ending.last()).isEqualTo(last);
                    assertThat(ending.daysLeft()).isEqualTo(left);
                    assertThat(ending.ended()).isEqualTo(left < 0);
                });
    }

    @ParameterizedTest
    @CsvSource({"2024-03-11", "2023-11-10"})
    void oneThatEndsLaterOrEndedLongAgoIsNot(LocalDate last) {
        assertThat(among(ROW.formatted("rate", "2021-02-08", last))).isEmpty();
    }

    @Test
    void oneWithoutAnEndOrWithASuccessorIsNot() {
        assertThat(among(OPEN.formatted("rate", "2021-02-08"))).isEmpty();
        assertThat(among(ROW.formatted("rate", "2021-02-08", "2024-02-07"), OPEN.formatted("rate", "2024-02-08")))
                .isEmpty();
        assertThat(among(ROW.formatted("rate", "2021-02-08", "2024-02-07"), OPEN.formatted("cap", "2024-02-08")))
                .singleElement()
                .extracting(ending -> ending.row().key())
                .isEqualTo("rate");
    }

    @Test
    void theFirstToEndComesFirst() {
        assertThat(among(
                        ROW.formatted("later", "2021-02-08", "2024-02-07"),
                        ROW.formatted("sooner", "2021-02-08", "2024-01-07"),
                        ROW.formatted("also_later", "2021-02-08", "2024-02-07")))
                .extracting(ending -> ending.row().key())
                .containsExactly("sooner", "also_later", "later");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aFoldersRowIsNotFollowedByAnotherFoldersAndNoLongerToldOnceItIs(Database database) {
        var policies = policies(database.migrated());
        var lapsing = "rows: [%s]".formatted(ROW.formatted("rate", "2021-02-08", "2024-02-07"));
        policies.load("qflp", rows(lapsing));
        policies.load(Policies.SHARED, rows("rows: [%s]".formatted(OPEN.formatted("rate", "2021-02-08"))));

        assertThat(policies.endings(TODAY)).singleElement().satisfies(ending -> {
            assertThat(ending.row().service()).isEqualTo("qflp");
            assertThat(ending.daysLeft()).isEqualTo(28);
        });
        assertThat(policies.endings(LocalDate.of(2023, 12, 8))).isEmpty();
        assertThat(policies.endings(LocalDate.of(2024, 4, 8))).isEmpty();

        policies.load(
                "qflp",
                rows("rows: [%s, %s]"
                        .formatted(
                                ROW.formatted("rate", "2021-02-08", "2024-02-07"),
                                OPEN.formatted("rate", "2024-02-08"))));
        assertThat(policies.endings(TODAY)).isEmpty();

        policies.load("qflp", rows("rows: []"));
        assertThat(policies.endings(TODAY)).isEmpty();
    }

    /** The fund of a year is followed by that of the next; without it, it is told of two months before the year ends. */
    @Test
    void theFundOfTheYearIsToldOfOnceNoNextOneIsThere() throws Exception {
        var policies = policies(Database.H2.migrated());
        var shipped = Files.readString(Path.of("bpmn/financing-subsidy/policies.yaml"));
        var next = shipped.indexOf("  - kind: budget", shipped.indexOf("until: 2026-12-31"));
        var alone = shipped.substring(0, next) + shipped.substring(shipped.indexOf("  - {kind: due", next));
        policies.load("financing-subsidy", rows(shipped));
        assertThat(policies.endings(LocalDate.of(2026, 12, 1))).isEmpty();

        policies.load("financing-subsidy", rows(alone));

        assertThat(policies.endings(LocalDate.of(2026, 11, 1))).singleElement().satisfies(ending -> {
            assertThat(ending.row().key()).isEqualTo("cross-border-financing-fund");
            assertThat(ending.daysLeft()).isEqualTo(60);
        });
        assertThat(policies.endings(LocalDate.of(2026, 10, 31))).isEmpty();
    }

    private static List<Ending> among(String... rows) {
        return Ending.among(rows("rows: [%s]".formatted(String.join(", ", rows))), TODAY, 60);
    }
}
