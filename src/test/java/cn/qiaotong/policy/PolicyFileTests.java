package cn.qiaotong.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder's policy file reads as it looks, and every mistake is named with its row and the fix. */
class PolicyFileTests {

    private static final String PRODUCT =
            """
            rows:
              - {kind: product, key: savings, value: {branch: a-jianghai, licence: B0001, risk: R2, currency: MOP, minimum: 10000, term: 6 months, eligible: [hk_mo_resident], phone: '+86 750 000 0000'}, texts: {zh-Hans: 甲, zh-Hant: 乙, en: A}, from: 2026-01-01, until: 2027-03-01, entered_by: 陈大文, approved_by: 李小明, source: DEMO}
            """;

    @Test
    void readsValuesAsTheyLook() throws PolicyInvalid {
        var rows = Policies.read(
                "w/policies.yaml",
                bytes(
                        """
                        sources:
                          S: {title: "关于…的通知", number: "〔2025〕43号", published: 2025-09-15, url: "https://example.org/1"}
                        rows:
                          - {kind: value, key: years, value: 5, unit: years, from: 2021-10-10, until: 2024-02-25, source: S, confidence: H}
                          - {kind: value, key: rate, value: 0.0250, from: 2021-10-10, source: S}
                          - {kind: value, key: open, value: true, from: 2021-10-10, source: S}
                          - {kind: value, key: cut_off, value: 17:30, from: 2021-10-10, source: S}
                          - {kind: value, key: code, value: 010, from: 2021-10-10, source: S}
                          - {kind: value, key: answer, value: off, from: 2021-10-10, source: S}
                          - {kind: value, key: since, value: 2024-02-29, from: 2021-10-10, source: S}
                          - {kind: list, key: cities, value: [广州, 江门], from: 2021-10-10, source: DEMO}
                          - {kind: due, key: intake, value: 1 working day, from: 2021-10-10, source: DEMO}
                          - {kind: status, key: status, value: LIVE, from: 2021-10-10, source: S}
                          - {kind: organisation, key: icbc-jianghai, value: {kind: bank}, texts: {zh-Hans: 工行, zh-Hant: 工行, en: ICBC}, from: 2021-10-10, source: DEMO}
                          - {kind: notice, key: closing, texts: {zh-Hans: 甲, zh-Hant: 乙, en: A}, from: 2021-10-10, source: DEMO, note: why}
                        """));

        assertThat(rows)
                .extracting(PolicyRow::value)
                .containsExactly(
                        new BigDecimal("5"),
                        new BigDecimal("0.0250"),
                        true,
                        "17:30",
                        "010",
                        "off",
                        LocalDate.of(2024, 2, 29),
                        List.of("广州", "江门"),
                        "1 working day",
                        "LIVE",
                        Map.of("kind", "bank"),
                        "");
        var first = rows.get(0);
        assertThat(first.until()).contains(LocalDate.of(2024, 2, 25));
        assertThat(first.unit()).isEqualTo("years");
        assertThat(first.confidence()).isEqualTo("H");
        assertThat(first.enteredBy()).isEqualTo("release");
        assertThat(first.approvedBy()).isEqualTo("release");
        assertThat(first.source())
                .isEqualTo(new Source(
                        "S",
                        "关于…的通知",
                        Optional.of("〔2025〕43号"),
                        Optional.of("https://example.org/1"),
                        Optional.of(LocalDate.of(2025, 9, 15))));
        assertThat(rows).extracting(PolicyRow::demo).startsWith(false).endsWith(true);
        assertThat(rows.get(11).texts()).containsEntry("zh-Hant", "乙").hasSize(3);
        assertThat(rows.get(11).note()).isEqualTo("why");
    }

    @Test
    void readsPairsPlacesAndContacts() throws PolicyInvalid {
        var rows = Policies.read(
                "w/policies.yaml",
                bytes(
                        """
                        rows:
                          - {kind: pair, key: one, value: {branch: a-jianghai, partner: a-macau, place: CN-MO}, texts: {zh-Hans: 甲, zh-Hant: 乙, en: A}, from: 2021-10-10, source: DEMO}
                          - kind: place
                            key: hengqin
                            value: {order: 2, since: 2025-09-15, until: 2030-10-15, as_of: 2026-11-01}
                            texts:
                              zh-Hans: |
                                横琴
                                条件一
                              zh-Hant: |
                                橫琴
                                條件一
                              en: |
                                Hengqin
                                The first condition
                            from: 2025-09-15
                            source: DEMO
                            confidence: M-H
                          - {kind: contact, key: contact, value: {phone: '+86 750 000 0000', hours: 09:00-17:00}, texts: {zh-Hans: 甲, zh-Hant: 乙, en: A}, from: 2021-10-10, source: DEMO}
                        """));

        assertThat(rows.get(0).value())
                .isEqualTo(Map.of("branch", "a-jianghai", "partner", "a-macau", "place", "CN-MO"));
        assertThat(rows.get(1).value())
                .isEqualTo(Map.of(
                        "order",
                        new BigDecimal("2"),
                        "since",
                        LocalDate.of(2025, 9, 15),
                        "until",
                        LocalDate.of(2030, 10, 15),
                        "as_of",
                        LocalDate.of(2026, 11, 1)));
        assertThat(rows.get(1).texts()).containsEntry("en", "Hengqin\nThe first condition");
        assertThat(rows.get(2).value()).isEqualTo(Map.of("phone", "+86 750 000 0000", "hours", "09:00-17:00"));
    }

    @Test
    void readsAProductWithItsEndAndTheTwoPersonsWhoAnswerForIt() throws PolicyInvalid {
        var product = Policies.read("w/policies.yaml", bytes(PRODUCT)).get(0);

        assertThat(product.value())
                .isEqualTo(Map.of(
                        "branch",
                        "a-jianghai",
                        "licence",
                        "B0001",
                        "risk",
                        "R2",
                        "currency",
                        "MOP",
                        "minimum",
                        new BigDecimal("10000"),
                        "term",
                        "6 months",
                        "eligible",
                        List.of("hk_mo_resident"),
                        "phone",
                        "+86 750 000 0000"));
        assertThat(product.until()).contains(LocalDate.of(2027, 3, 1));
        assertThat(product.enteredBy()).isEqualTo("陈大文");
        assertThat(product.approvedBy()).isEqualTo("李小明");
    }

    @Test
    void aRowOfAnotherKindMayNameTheTwoPersonsToo() throws PolicyInvalid {
        var row = Policies.read(
                        "w/policies.yaml",
                        bytes(
                                "rows: [{kind: value, key: years, value: 5, from: 2024-02-26, source: DEMO, entered_by: 1001, approved_by: 1002}]"))
                .get(0);

        assertThat(row.enteredBy()).isEqualTo("1001");
        assertThat(row.approvedBy()).isEqualTo("1002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            branch: a-jianghai         | branch: [a-jianghai]
            branch: a-jianghai, licence: B0001 | branch: a-jianghai
            licence: B0001             | licence: ''
            risk: R2                   | risk: R6
            risk: R2                   | risk: R0
            risk: R2                   | risk: low
            currency: MOP              | currency: EUR
            currency: MOP              | currency: null
            minimum: 10000             | minimum: -1
            minimum: 10000             | minimum: 0.005
            minimum: 10000             | minimum: ten thousand
            term: 6 months             | term: half a year
            term: 6 months             | term: 0 months
            eligible: [hk_mo_resident] | eligible: []
            eligible: [hk_mo_resident] | eligible: hk_mo_resident
            eligible: [hk_mo_resident] | eligible: [1]
            phone: '+86 750 000 0000'  | phone: 7500000000
            phone: '+86 750 000 0000'  | phone: '+86 750 000 0000', return: 3
            """)
    void refusesAProductThatSaysTooLittleOrSomethingElse(String right, String wrong) {
        refused(
                changed(right, wrong),
                "w/policies.yaml, row 1 'savings': the value of a row of kind product is a map such as"
                        + " {branch: icbc-jianghai, licence: B0001, risk: R2, currency: CNY, minimum: 10000, term: 6 months,"
                        + " eligible: [hk_mo_resident], phone: '+86 750 000 0000'}, of R1 to R5 and CNY, HKD, MOP or USD,"
                        + " its term in days, months or years, or open.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            , until: 2027-03-01            |                               | write 'until', the last day on which it holds: a product ends by itself.
            , entered_by: 陈大文           |                               | write 'entered_by' and 'approved_by', the two persons who answer for it.
            , approved_by: 李小明          |                               | write 'entered_by' and 'approved_by', the two persons who answer for it.
            , approved_by: 李小明          | , approved_by: ' '            | write 'entered_by' and 'approved_by', the two persons who answer for it.
            , entered_by: 陈大文, approved_by: 李小明 |                    | write 'entered_by' and 'approved_by', the two persons who answer for it.
            , approved_by: 李小明          | , approved_by: 陈大文         | 'entered_by' and 'approved_by' are both 陈大文; let another person approve it.
            , approved_by: 李小明          | , approved_by: ' 陈　大文'    | 'entered_by' and 'approved_by' are both 陈大文; let another person approve it.
            , approved_by: 李小明          | , approved_by: Release        | 'release' is no person; name the two who answer for it.
            texts: {zh-Hans: 甲, zh-Hant: 乙, en: A}, |                    | its text in zh-Hans is missing.
            """)
    void refusesAProductThatNeverEndsOrThatOnePersonAnswersFor(String right, String wrong, String message) {
        refused(changed(right, wrong == null ? "" : wrong), "w/policies.yaml, row 1 'savings': " + message);
    }

    @Test
    void refusesOnePersonForARowOfWhateverKind() {
        var row = "rows: [{kind: value, key: years, value: 5, from: 2024-02-26, source: DEMO, %s}]";

        refused(
                row.formatted("entered_by: A"),
                "w/policies.yaml, row 1 'years': write 'entered_by' and 'approved_by', the two persons who answer for it.");
        refused(
                row.formatted("entered_by: Chan Tai Man, approved_by: ＣＨＡＮ Taiman"),
                "w/policies.yaml, row 1 'years': 'entered_by' and 'approved_by' are both Chan Tai Man; let another person approve it.");
        refused(
                row.formatted("entered_by: A, approved_by: " + "B".repeat(101)),
                "w/policies.yaml, row 1 'years': 'entered_by' and 'approved_by' have at most 100 characters.");
    }

    private static String changed(String right, String wrong) {
        assertThat(PRODUCT).contains(right);
        return PRODUCT.replace(right, wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            kind: value, key: years, value: 5, from: 2024-02-26                            | row 1 'years': write 'source', a key of 'sources', or DEMO where no document supports it.
            kind: value, key: years, value: 5, from: 2024-02-26, source: X                 | row 1 'years': the source 'X' is not among 'sources'; add it there or write DEMO.
            kind: number, key: years, value: 5, from: 2024-02-26, source: S                | row 1 'years': there is no kind 'number'; the kinds are value, list, checklist, due, organisation, notice, status, window, budget, pair, place, contact, product.
            key: years, value: 5, from: 2024-02-26, source: S                              | row 1 'years': write 'kind': value, list, checklist, due, organisation, notice, status, window, budget, pair, place, contact, product.
            kind: value, value: 5, from: 2024-02-26, source: S                             | row 1: write 'key', the name of the row.
            kind: value, key: tie-years, value: 5, from: 2024-02-26, source: S             | row 1 'tie-years': a key of kind value has lower-case letters, digits and underscores only.
            kind: due, key: Intake, value: 1 working day, from: 2024-02-26, source: S      | row 1 'Intake': a key of kind due has lower-case letters, digits and underscores or hyphens only.
            kind: value, key: years, value: 5, source: S                                   | row 1 'years': write 'from', the first day on which it is in force.
            kind: value, key: years, value: 5, from: 2024-02-30, source: S                 | row 1 'years': 'from' is 2024-02-30, which is no date; write it as 2026-02-26.
            kind: value, key: years, value: 5, from: spring, source: S                     | row 1 'years': 'from' is spring, which is no date; write it as 2026-02-26.
            kind: value, key: years, value: 5, from: 2024-02-26, until: 2024-2-27, source: S | row 1 'years': 'until' is 2024-2-27, which is no date; write it as 2026-02-26.
            kind: value, key: years, value: 5, from: 2024-02-26, until: 2024-02-25, source: S | row 1 'years': 'until' 2024-02-25 is before 'from' 2024-02-26.
            kind: value, key: years, value: 5, from: 2024-02-26, source: S, untill: 2025-01-01 | row 1 'years': there is no field 'untill'; the fields are approved_by, confidence, entered_by, from, key, kind, note, source, texts, unit, until, value.
            kind: value, key: years, value: [5], from: 2024-02-26, source: S               | row 1 'years': the value of a row of kind value is a number, a text, true, false or a date.
            kind: value, key: years, value: 2024-02-30, from: 2024-02-26, source: S        | row 1 'years': the value of a row of kind value is a number, a text, true, false or a date.
            kind: value, key: years, from: 2024-02-26, source: S                           | row 1 'years': the value of a row of kind value is a number, a text, true, false or a date.
            kind: list, key: years, value: 5, from: 2024-02-26, source: S                  | row 1 'years': the value of a row of kind list is a list of numbers or texts.
            kind: list, key: years, value: [], from: 2024-02-26, source: S                 | row 1 'years': the value of a row of kind list is a list of numbers or texts.
            kind: due, key: intake, value: 1 day, from: 2024-02-26, source: S              | row 1 'intake': the value of a row of kind due is a term such as '3 working days' or '10 calendar days'.
            kind: status, key: status, value: OPEN, from: 2024-02-26, source: S            | row 1 'status': the value of a row of kind status is LIVE, PILOT_ELSEWHERE, ASPIRATIONAL or CLOSED.
            kind: value, key: years, value: 5, from: 2024-02-26, source: S, confidence: sure | row 1 'years': there is no confidence 'sure'; it is one of H, M-H, M-M, M-L, L.
            kind: pair, key: one, value: {branch: a, partner: b, place: CN-TW}, texts: {zh-Hans: a, zh-Hant: b, en: c}, from: 2024-02-26, source: S | row 1 'one': the value of a row of kind pair is a map such as {branch: icbc-jianghai, partner: icbc-macau, place: CN-MO}, of CN-HK or CN-MO.
            kind: pair, key: one, value: {branch: a, place: CN-HK}, texts: {zh-Hans: a, zh-Hant: b, en: c}, from: 2024-02-26, source: S | row 1 'one': the value of a row of kind pair is a map such as {branch: icbc-jianghai, partner: icbc-macau, place: CN-MO}, of CN-HK or CN-MO.
            kind: pair, key: one, value: {branch: a, partner: b, place: CN-HK}, from: 2024-02-26, source: S | row 1 'one': its text in zh-Hans is missing.
            kind: place, key: one, value: {order: 1}, texts: {zh-Hans: a, zh-Hant: b, en: c}, from: 2024-02-26, source: S | row 1 'one': the value of a row of kind place is a map such as {order: 1, since: 2025-09-15, until: 2030-10-15, as_of: 2026-11-01}.
            kind: place, key: one, value: {order: 1, as_of: 2026-11-01, since: spring}, texts: {zh-Hans: a, zh-Hant: b, en: c}, from: 2024-02-26, source: S | row 1 'one': the value of a row of kind place is a map such as {order: 1, since: 2025-09-15, until: 2030-10-15, as_of: 2026-11-01}.
            kind: place, key: one, value: {order: 1, as_of: 2026-11-01}, texts: {zh-Hans: a, zh-Hant: b, en: c}, from: 2024-02-26, source: S | row 1 'one': its text in zh-Hans is the name of the place and, on each further line, one of its conditions.
            kind: contact, key: one, value: {telephone: a}, texts: {zh-Hans: a, zh-Hant: b, en: c}, from: 2024-02-26, source: S | row 1 'one': the value of a row of kind contact is a map such as {phone: '+86 750 000 0000', email: desk@example.org, hours: 09:00-17:00}.
            kind: contact, key: one, value: {phone: a}, from: 2024-02-26, source: S        | row 1 'one': its text in zh-Hans is missing.
            kind: organisation, key: icbc, value: bank, texts: {zh-Hans: a, zh-Hant: b, en: c}, from: 2024-02-26, source: S | row 1 'icbc': the value of a row of kind organisation is a map such as {kind: bank} or {kind: department, pays: true}.
            kind: organisation, key: icbc, value: {kind: bank}, from: 2024-02-26, source: S | row 1 'icbc': its text in zh-Hans is missing.
            kind: budget, key: line, value: {year: 2026}, from: 2026-01-01, source: S | row 1 'line': the value of a row of kind budget is a map such as {year: 2026, amount: 1000000}, the amount in yuan.
            kind: budget, key: line, value: {year: 26, amount: 1000000}, from: 2026-01-01, source: S | row 1 'line': the value of a row of kind budget is a map such as {year: 2026, amount: 1000000}, the amount in yuan.
            kind: budget, key: line, value: {year: 2026, amount: 0.00}, from: 2026-01-01, source: S | row 1 'line': the value of a row of kind budget is a map such as {year: 2026, amount: 1000000}, the amount in yuan.
            kind: budget, key: line, value: {year: 2026, amount: 0.005}, from: 2026-01-01, source: S | row 1 'line': the value of a row of kind budget is a map such as {year: 2026, amount: 1000000}, the amount in yuan.
            kind: budget, key: line, value: {year: 2026, amount: -5}, from: 2026-01-01, source: S | row 1 'line': the value of a row of kind budget is a map such as {year: 2026, amount: 1000000}, the amount in yuan.
            kind: budget, key: line, value: {year: 2026, amount: 1000000}, from: 2026-01-01, source: S | row 1 'line': its text in zh-Hans is missing.
            kind: notice, key: closing, texts: {zh-Hans: a, en: c}, from: 2024-02-26, source: S | row 1 'closing': its text in zh-Hant is missing.
            kind: value, key: closing_time, value: 1730, from: 2024-02-26, source: S | row 1 'closing_time': the value of closing_time is a time of the day, such as 17:30.
            kind: value, key: closing_time, value: 24:00, from: 2024-02-26, source: S | row 1 'closing_time': the value of closing_time is a time of the day, such as 17:30.
            kind: value, key: closing_time, value: 5 p.m., from: 2024-02-26, source: S | row 1 'closing_time': the value of closing_time is a time of the day, such as 17:30.
            kind: value, key: years, value: 5, texts: {zh-Hans: a, zh-Hant: b}, from: 2024-02-26, source: S | row 1 'years': its text in en is missing.
            kind: value, key: years, value: 5, texts: {fr: a}, from: 2024-02-26, source: S | row 1 'years': there is no language 'fr'; the languages are zh-Hans, zh-Hant, en.
            """)
    void refusesAMistakenRow(String row, String message) {
        refused("sources: {S: {title: T}}\nrows:\n  - {" + row + "}\n", "w/policies.yaml, " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            value: 5, until: 2024-02-26 | value: 2, from: 2024-02-26 | row 2 'years': it overlaps row 1; end that one with 'until: 2024-02-25' or begin later.
            value: 5                    | value: 2, from: 2024-02-26 | row 2 'years': it overlaps row 1; end that one with 'until: 2024-02-25' or begin later.
            value: 5, until: 2024-02-20 | value: 2, from: 2024-02-26 | row 2 'years': nothing is in force from 2024-02-21 to 2024-02-25, after row 1; close the gap.
            value: 5, until: 2024-02-25 | value: two, from: 2024-02-26 | row 2 'years': its value is a text and that of row 1 a number; a key keeps its type.
            """)
    void refusesRowsThatDoNotFollowEachOther(String first, String second, String message) {
        refused(
                """
                rows:
                  - {kind: value, key: years, from: 2021-10-10, source: DEMO, %s}
                  - {kind: value, key: years, source: DEMO, %s}
                """
                        .formatted(first, second),
                "w/policies.yaml, " + message);
    }

    @Test
    void refusesOneKeyForTwoKinds() {
        refused(
                """
                rows:
                  - {kind: value, key: intake, value: 5, from: 2021-10-10, until: 2021-10-10, source: DEMO}
                  - {kind: due, key: intake, value: 1 working day, from: 2021-10-11, source: DEMO}
                """,
                "w/policies.yaml, row 2 'intake': row 1 gives the same key to the kind value; give one of them another key.");
    }

    @Test
    void findsAnOverlapInWhateverOrderTheRowsStand() {
        refused(
                """
                rows:
                  - {kind: value, key: years, value: 2, from: 2024-02-26, source: DEMO}
                  - {kind: value, key: years, value: 5, from: 2021-10-10, source: DEMO}
                """,
                "w/policies.yaml, row 1 'years': it overlaps row 2; end that one with 'until: 2024-02-25' or begin later.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            sources: {S: {number: 1}}             | source 'S': write 'title', the name of the document.
            sources: {S: {title: T, link: x}}     | source 'S': there is no field 'link'; the fields are number, published, title, url.
            sources: {S: {title: T, published: 2024-02-30}} | source 'S': 'published' is 2024-02-30, which is no date; write it as 2026-02-26.
            sources: {DEMO: {title: T}}           | source 'DEMO': name it with 1 to 60 letters, digits, dots, hyphens and underscores, and not DEMO.
            sources: {S: T}                       | source 'S': write it as named fields.
            row: []                               | the file: there is no field 'row'; the fields are rows, sources.
            rows: {}                              | the file: write 'rows' as a list.
            rows: [x]                             | row 1: write it as named fields.
            [rows]                                | the file: write it as named fields.
            """)
    void refusesAMistakenFile(String content, String message) {
        refused(content, "w/policies.yaml, " + message);
    }

    @Test
    void refusesWhatIsNotYamlAndNamesTheLine() {
        refused(
                "rows:\n  - {kind: value\n",
                "w/policies.yaml, line 3: this is not YAML: expected ',' or '}', but got <stream end>.");
        refused("rows: []\nrows: []\n", "w/policies.yaml, line 2: this is not YAML: found duplicate key rows.");
        refused(
                "rows: !!java.io.File [/]\n",
                "w/policies.yaml, line 1: this is not YAML: Global tag is not allowed: tag:yaml.org,2002:java.io.File.");
    }

    @Test
    void namesThePartsOfAMistake() {
        assertThatThrownBy(() -> Policies.read("w/policies.yaml", bytes("rows: [x]")))
                .isInstanceOfSatisfying(PolicyInvalid.class, mistake -> {
                    assertThat(mistake.file()).isEqualTo("w/policies.yaml");
                    assertThat(mistake.row()).isEqualTo("row 1");
                    assertThat(mistake.fix()).isEqualTo("write it as named fields.");
                });
    }

    private static void refused(String content, String message) {
        assertThatThrownBy(() -> Policies.read("w/policies.yaml", bytes(content)))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessage(message);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
