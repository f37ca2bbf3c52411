package cn.qiaotong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link LocalHours}, and for where a page says them. */
class LocalHoursTests {

    private static final String FIELDS =
            """
            [{'type': 'select', 'id': 'zone', 'key': 'zone', 'label': '时间', 'values': [
               {'label': '内地（UTC+8）', 'value': 'Asia_Shanghai'}, {'label': '温哥华', 'value': 'America_Vancouver'}]},
             {'type': '%s', 'id': 'slot', 'key': 'slot', 'label': '时段', 'properties': {'zoneOf': 'zone'}, 'values': [
               {'label': '内地时间 09:00–11:00', 'value': 'h09'}, {'label': '内地时间 16:00–18:00', 'value': 'h16'}]}]
            """;

    @ParameterizedTest
    @CsvSource({
        "America_Vancouver, h09, 2026-01-15, before, 17:00, 19:00",
        "America_Vancouver, h09, 2026-07-15, before, 18:00, 20:00",
        "America_Vancouver, h14, 2026-01-15, before, 22:00, 00:00",
        "America_Vancouver, h14, 2026-07-15, from-before, 23:00, 01:00",
        "America_Vancouver, h16, 2026-01-15, day, 00:00, 02:00",
        "America_New_York, h11, 2026-01-15, before, 22:00, 00:00",
        "America_New_York, h11, 2026-07-15, from-before, 23:00, 01:00",
        "Australia_Sydney, h09, 2026-01-15, day, 12:00, 14:00",
        "Australia_Sydney, h09, 2026-07-15, day, 11:00, 13:00",
        "Australia_Sydney, h20, 2026-01-15, into-after, 23:00, 01:00",
        "Australia_Sydney, h22, 2026-07-15, after, 00:00, 02:00",
        "Europe_London, h09, 2026-01-15, day, 01:00, 03:00",
        "Europe_London, h09, 2026-07-15, day, 02:00, 04:00",
        "Asia_Hong_Kong, h16, 2026-01-15, same, 16:00, 18:00",
        "Asia_Hong_Kong, h16, 2026-07-15, same, 16:00, 18:00",
        "Asia_Kuala_Lumpur, h09, 2026-01-15, same, 09:00, 11:00"
    })
    void followTheClocksOfTheDay(String zone, String option, LocalDate day, String when, String from, String to) {
        assertThat(LocalHours.of(option, "", zone, "").orElseThrow().on(day))
                .isEqualTo(new LocalHours.Local(when, from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nowhere", "America_Atlantis", "Asia_Shanghai", "../etc"})
    void areNotToldForAZoneThatIsUnknownOrTheMainlands(String zone) {
        assertThat(LocalHours.of("h09", "", zone, "")).isEmpty();
    }

    @Test
    void leaveOutWhatStandsInBracketsAfterAPlace() {
        assertThat(LocalHours.of("h09", "", "Asia_Hong_Kong", "中国香港（UTC+8）")
                        .orElseThrow()
                        .place())
                .isEqualTo("中国香港");
        assertThat(LocalHours.of("h09", "", "Asia_Hong_Kong", "Hong Kong, China (UTC+8)")
                        .orElseThrow()
                        .place())
                .isEqualTo("Hong Kong, China");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN | 内地时间 09:00–11:00（温哥华时间前一日 17:00–19:00）",
                "zh-HK | 内地时间 09:00–11:00（温哥华時間前一日 17:00–19:00）",
                "en | 内地时间 09:00–11:00 (17:00–19:00 on the day before, 温哥华 time)"
            })
    void standBesideAnAnswer(String language, String text) {
        var answers = Answers.of(Map.of("zone", "America_Vancouver", "slot", "h09"));

        var page = FormPages.answers(
                AnswersView.of(form("radio"), answers, Words.NONE), "list", Locale.forLanguageTag(language));

        assertThat(page.select("dd .value").eachText()).containsExactly("温哥华", text);
    }

    @ParameterizedTest
    @CsvSource({"radio, label.form-check-label", "select, #slot option[value^=h]"})
    void standInTheOptionsOnceTheZoneIsAnswered(String type, String options) {
        var vancouver = FormFixture.typed("zone", "America_Vancouver");
        var mainland = FormFixture.typed("zone", "Asia_Shanghai");

        assertThat(options(type, vancouver, options))
                .containsExactly("内地时间 09:00–11:00（温哥华时间前一日 17:00–19:00）", "内地时间 16:00–18:00（温哥华时间 00:00–02:00）");
        assertThat(options(type, mainland, options)).containsExactly("内地时间 09:00–11:00", "内地时间 16:00–18:00");
        assertThat(options(type, FormFixture.typed("zone", "Mars_Base"), options))
                .containsExactly("内地时间 09:00–11:00", "内地时间 16:00–18:00");
    }

    private static List<String> options(String type, Typed typed, String options) {
        var view = FormView.of(form(type), typed, FormFixture.CONTEXT, Words.NONE);
        return FormPages.fields(view, FormPages.SIMPLIFIED).select(options).eachText();
    }

    private static Form form(String type) {
        return FormFixture.read(FIELDS.formatted(type).replace('\'', '"'));
    }
}
