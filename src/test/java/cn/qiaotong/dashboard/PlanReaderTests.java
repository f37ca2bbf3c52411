package cn.qiaotong.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the file of the plan may say, and what each mistake in it is told. */
class PlanReaderTests {

    /** Services that the district asked for, whether or not their folders are here. */
    private static final Set<String> ASKED_FOR = Set.of(
            "account-opening",
            "credit-authorisation",
            "external-debt-quota",
            "free-trade-account",
            "home-mortgage",
            "home-purchase-payment",
            "institution-setup",
            "rating-subsidy",
            "small-currency",
            "wealth-products",
            "youth-board");

    private static final String SOUND =
            """
            plan: {zh-Hans: 规划, zh-Hant: 規劃, en: The plan}
            initiatives:
              - number: 1
                quote: 已签署协议
                texts: {zh-Hant: 已簽署協議, en: An agreement was signed}
                section: 1(1)6
                mode: [done]
                year: 2018
                information: {zh-Hans: 已签署, zh-Hant: 已簽署, en: Signed already}
                office: {section: 4(2), texts: {zh-Hans: 区金融办, zh-Hant: 區金融辦, en: Finance office}}
                status: {value: done, as_of: 2018-12-31, source: PLAN}
                next: {source: DEMO, texts: {zh-Hans: 无, zh-Hant: 無, en: None}}
                note: {date: 2026-03-01, source: DEMO, texts: {zh-Hans: 完成, zh-Hant: 完成, en: Done}}
              - number: 2
                quote: 支持业务试点
                texts: {zh-Hant: 支持業務試點, en: Support the pilot}
                section: [2(3), 3(4)3]
                mode: [study, allow]
                service: [southbound, northbound]
                office: {section: 4(2), texts: {zh-Hans: 区金融办, zh-Hant: 區金融辦, en: Finance office}}
                status: {value: running, as_of: 2026-03-02, source: DEMO}
                next: {source: DEMO, texts: {zh-Hans: 宣传, zh-Hant: 宣傳, en: Tell more people}}
                note: {source: DEMO, texts: {zh-Hans: 已开通, zh-Hant: 已開通, en: It is open}}
            """;

    @Test
    void readsWhatIsSound() {
        var plan = read(SOUND);

        assertThat(plan.title(Locale.ENGLISH)).isEqualTo("The plan");
        assertThat(plan.initiatives()).extracting(Initiative::number).containsExactly(1, 2);
        var second = plan.initiatives().get(1);
        assertThat(second.services()).containsExactly("southbound", "northbound");
        assertThat(second.sections()).containsExactly(new Initiative.Section(2, 3, 0), new Initiative.Section(3, 4, 3));
        assertThat(second.standing())
                .isEqualTo(new Initiative.Standing(Initiative.Status.RUNNING, LocalDate.of(2026, 3, 2), true));
        assertThat(second.modes()).containsExactly(Initiative.Mode.STUDY, Initiative.Mode.ALLOW);
        assertThat(second.quote(Locale.SIMPLIFIED_CHINESE)).isEqualTo("支持业务试点");
        assertThat(second.quote(new Locale("zh", "HK"))).isEqualTo("支持業務試點");
        assertThat(second.next().text(Locale.ENGLISH)).isEqualTo("Tell more people");
        assertThat(second.year()).isEmpty();
        var first = plan.initiatives().get(0);
        assertThat(first.year()).contains(2018);
        assertThat(first.standing().demo()).isFalse();
        assertThat(first.services()).isEmpty();
        assertThat(first.information(Locale.ENGLISH)).isEqualTo("Signed already");
        assertThat(first.office().name(Locale.ENGLISH)).isEqualTo("Finance office");
        assertThat(first.note().date()).contains(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "number: 2 | number: 3 | plan.yaml, initiative 3: 2 is missing; the initiatives are numbered from 1 without a gap, each once.",
                "number: 2 | number: 1 | plan.yaml, initiative 1: 2 is missing; the initiatives are numbered from 1 without a gap, each once.",
                "number: 2 | nummer: 2 | plan.yaml, row 2: 2 is missing; the initiatives are numbered from 1 without a gap, each once.",
                "northbound] | sideways] | plan.yaml, initiative 2: there is no service 'sideways'; write the name of a folder below bpmn/.",
                "'en: An agreement was signed' | 'pt: Foi assinado' | plan.yaml, initiative 1: 'texts' is missing in en.",
                "', en: An agreement was signed' | ', en: A, pt: B' | plan.yaml, initiative 1: 'texts' is written in zh-Hant, en and in no other language.",
                "', en: Signed already' | '' | plan.yaml, initiative 1: 'information' is missing in en.",
                "', zh-Hant: 已開通' | '' | plan.yaml, initiative 2, 'note': 'texts' is missing in zh-Hant.",
                "zh-Hant: 宣傳 | 'zh-Hant: ''''' | plan.yaml, initiative 2, 'next': 'texts' is missing in zh-Hant.",
                "'section: 4(2), texts' | 'section: 四(二), texts' | plan.yaml, initiative 1, 'office': the section '四(二)' is written as 3(4)2 or 2(3): part, chapter, item.",
                "', en: The plan' | '' | plan.yaml, the file: 'plan' is missing in en.",
                "'service: [southbound, northbound]' | 'service:' | plan.yaml, initiative 2: name the services that carry it out in 'service', or say in 'information' why none does: one of the two.",
                "'mode: [done]' | 'mode: [done]\n    service: southbound' | plan.yaml, initiative 1: name the services that carry it out in 'service', or say in 'information' why none does: one of the two.",
                "'service: [southbound, northbound]' | 'service: []' | plan.yaml, initiative 2: write 'service' as a list.",
                "value: running | value: late | plan.yaml, initiative 2, 'status': 'value' is one of running, preparing, seeking, done.",
                "'study, allow' | 'study, hope' | plan.yaml, initiative 2: 'mode' is one of done, fact, implement, build, promote, support, allow, encourage, attract, join, seek, explore, study.",
                "as_of: 2026-03-02 | as_of: 2026-02-30 | plan.yaml, initiative 2, 'status': write 'as_of' as a day, such as 2026-02-26.",
                "date: 2026-03-01 | date: lately | plan.yaml, initiative 1, 'note': write 'date' as a day, such as 2026-02-26.",
                "year: 2018 | year: once | plan.yaml, initiative 1: write 'year' as a number.",
                "source: PLAN | source: HEARSAY | plan.yaml, initiative 1, 'status': the source is PLAN where the plan itself says it, and DEMO otherwise.",
                "'status: {value: running, as_of: 2026-03-02, source: DEMO}' | 'status: running' | plan.yaml, initiative 2, 'status': write it as named fields.",
                "quote: 支持业务试点 | quote: | plan.yaml, initiative 2: write 'quote' as text.",
                "section: 1(1)6 | section: 1.1.6 | plan.yaml, initiative 1: the section '1.1.6' is written as 3(4)2 or 2(3): part, chapter, item.",
                "'section: [' | 'chapter: [' | plan.yaml, initiative 2: there is no field 'chapter'; the fields are information, mode, next, note, number, office, quote, section, service, status, texts, year.",
                "'initiatives:' | 'initiatives: []\nrows:' | plan.yaml, the file: there is no field 'rows'; the fields are initiatives, plan."
            })
    void aMistakeIsToldWithTheRowAndTheFix(String sound, String mistaken, String told) {
        assertThat(SOUND).contains(sound);

        assertThatThrownBy(() -> read(SOUND.replaceFirst(java.util.regex.Pattern.quote(sound), mistaken)))
                .isInstanceOf(PlanRefused.class)
                .hasMessage(told);
    }

    @Test
    void whatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> read("plan: 1\nplan: 2"))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("plan.yaml, line 2: this is not YAML: found duplicate key plan.");
        assertThatThrownBy(() -> read("")).isInstanceOf(PlanRefused.class).hasMessageContaining("named fields");
    }

    @Test
    void theShippedPlanIsWholeAndNamesServicesThatThereAre() throws Exception {
        try (var yaml = Files.newInputStream(Path.of("src/main/resources", Plans.FILE))) {
            var plan = new PlanReader(Plans.FILE, key -> isFolder(key) || ASKED_FOR.contains(key)).read(yaml);

            assertThat(plan.initiatives())
                    .extracting(Initiative::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 35).boxed().toList());
        }
    }

    private static boolean isFolder(String key) {
        return Files.isRegularFile(Path.of("bpmn", key, key + ".bpmn"));
    }

    private static Plan read(String yaml) {
        return new PlanReader("plan.yaml", Set.of("southbound", "northbound")::contains)
                .read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
