package cn.qiaotong.policy;

import static cn.qiaotong.policy.PolicyFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From which day on a release's rows say something else, and when they do not. */
class DifferenceTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    private static final String TWO = "{kind: value, key: years, value: 2, from: 2024-02-26, source: S}";

    @Test
    void beginsOnTheDayOnWhichTheNewRuleDoes() {
        assertThat(between(
                        TWO,
                        "{kind: value, key: years, value: 2, from: 2024-02-26, until: 2026-02-28, source: S}",
                        "{kind: value, key: years, value: 3, from: 2026-03-01, source: S}"))
                .contains(new Difference(Set.of("years"), LocalDate.of(2026, 3, 1)));
    }

    @Test
    void beginsTodayWhereTheOldRuleIsCorrected() {
        assertThat(between(TWO, TWO.replace("value: 2", "value: 3"))).contains(new Difference(Set.of("years"), TODAY));
    }

    @Test
    void isNoneWhereOnlyThePastOrTheWordingOfASourceDiffers() {
        assertThat(between(TWO, TWO)).isEmpty();
        assertThat(between(TWO, TWO.replace("2024-02-26", "2024-02-27"))).isEmpty();
        assertThat(between(TWO, TWO.replace("source: S", "source: T, note: read again")))
                .isEmpty();
    }

    @Test
    void aRuleThatFindsItsSourceDiffersFromItsDemoValue() {
        assertThat(between(TWO.replace("source: S", "source: DEMO"), TWO))
                .contains(new Difference(Set.of("years"), TODAY));
    }

    @Test
    void namesEveryRuleThatComesOrGoesAndTheEarliestDay() {
        assertThat(between(
                        "{kind: value, key: gone, value: 2, from: 2024-02-26, source: S}",
                        "{kind: status, key: status, value: LIVE, from: 2026-03-01, source: S}"))
                .contains(new Difference(Set.of("gone", "status"), TODAY));
    }

    @Test
    void anotherNameOfAnOfficeIsNoRule() {
        var office = "{kind: organisation, key: o, value: {kind: bank}, texts: {zh-Hans: 甲, zh-Hant: 甲, en: A},"
                + " from: 2024-02-26, source: S}";

        assertThat(between(office, office.replace("en: A", "en: B"))).isEmpty();
    }

    private static Optional<Difference> between(String before, String... after) {
        return Difference.between(rows(yaml(before)), rows(yaml(after)), TODAY);
    }

    private static String yaml(String... rows) {
        return "sources: {S: {title: s}, T: {title: t}}\nrows: [" + String.join(", ", rows) + "]";
    }
}
