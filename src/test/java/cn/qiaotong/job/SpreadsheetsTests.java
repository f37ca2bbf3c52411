package cn.qiaotong.job;

import static cn.qiaotong.job.Workbooks.row;
import static cn.qiaotong.job.Workbooks.sheet;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.job.Table.Column;
import cn.qiaotong.job.Table.Kind;
import cn.qiaotong.job.Unreadable.Reason;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Spreadsheets}, {@link XlsxWriter} and {@link CsvWriter}. */
class SpreadsheetsTests {

    private static final List<String> DANGEROUS = List.of(
            "=1+1", "+852 9123", "-x", "@SUM(A1)", "\t=1", "\r=1", "'=1", " =1", "\uFF1D1+1", "plain, \"quoted\"");

    @Test
    void readsBackEveryTypeThatItWrites() {
        var cells = List.<Cell>of(
                new Cell.Text("00123"),
                new Cell.Figure(new BigDecimal("1234.5")),
                new Cell.Day(LocalDate.of(2026, 2, 26)),
                new Cell.Moment(LocalDateTime.of(2026, 2, 26, 14, 30)),
                new Cell.Truth(true));
        var columns = Stream.of(Kind.TEXT, Kind.NUMBER, Kind.DAY, Kind.MOMENT, Kind.TEXT)
                .map(kind -> new Column(kind.name(), kind.name().toLowerCase() + "_key", kind, List.of("甲", "乙")))
                .toList();
        var tabs = tabs(XlsxWriter.write(List.of(new Table("凭证/[x]", columns, List.of(cells)))));

        assertThat(tabs.get(0).name()).isEqualTo("凭证  x");
        assertThat(tabs.get(0).lines()).extracting(Line::number).containsExactly(1, 2, 3);
        assertThat(tabs.get(0).lines().get(2).cells()).isEqualTo(cells);
        assertThat(tabs.get(1).lines().get(0).cell(0).text()).isEqualTo("甲");
    }

    @Test
    void whatLooksLikeAFormulaStaysAText() {
        var rows = DANGEROUS.stream()
                .map(text -> List.<Cell>of(new Cell.Text(text)))
                .toList();
        var table = new Table("x", List.of(Column.of("head")), rows);
        var csv = CsvWriter.write(table);

        assertThat(texts(tabs(XlsxWriter.write(List.of(table)))))
                .isEqualTo(DANGEROUS.stream().toList());
        assertThat(csv.split("\r\n")).noneMatch(line -> line.matches("(?s)\"?[=+@\\t\\uFF1D-].*"));
        assertThat(texts(tabs(csv.getBytes(UTF_8)))).isEqualTo(DANGEROUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "utf-8 mark", "utf-16", "gb18030"})
    void readsSeparatedValuesInTheEncodingsOfOffices(String encoding) {
        var text = "日期;金额\r\n2026/2/26;\"1,234.50\"\r\n\r\n;\"两\n行\"";
        var bytes =
                switch (encoding) {
                    case "utf-8" -> text.getBytes(UTF_8);
                    case "utf-8 mark" -> ("\uFEFF" + text).getBytes(UTF_8);
                    case "utf-16" -> ("\uFEFF" + text).getBytes(UTF_16LE);
                    default -> text.getBytes(Charset.forName("GB18030"));
                };

        assertThat(tabs(bytes).get(0).lines())
                .extracting(line -> line.number() + " " + line.cell(0).text() + "|"
                        + line.cell(1).text())
                .containsExactly("1 日期|金额", "2 2026/2/26|1,234.50", "4 |两\n行");
    }

    @Test
    void readsValuesByWhatTheyAreAndNotByTheirPrecision() {
        var cells =
                "<c r=\"A1\"><v>0.30000000000000004</v></c><c r=\"B1\" t=\"b\"><v>1</v></c><c r=\"D1\"><v>1.5E3</v></c>";
        var line = tabs(sheet("<row r=\"1\">" + cells + "</row>").bytes())
                .get(0)
                .lines()
                .get(0);

        assertThat(line.cells()).extracting(Cell::text).containsExactly("0.3", "true", "", "1500");
        assertThat(line.cell(99)).isEqualTo(Cell.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "14, , true",
        "31, , true",
        "57, , true",
        "0, General, false",
        "2, 0.00, false",
        "165, yyyy-mm-dd, true",
        "165, 'yyyy\"年\"m\"月\"d\"日\"', true",
        "165, '[$-804]d/m;@', true",
        "165, '\"day\" 0.0', false",
        "165, '[Red]0', false"
    })
    void knowsADateByItsFormat(int id, String format, boolean date) {
        assertThat(XlsxReader.isDate(id, format)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA"})
    void namesColumnsAsSpreadsheetsDo(int index, String name) {
        assertThat(Line.column(index)).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesWhatIsMoreThanValues(String what, Reason reason, String cell, byte[] file) {
        var began = System.nanoTime();

        assertThat(Spreadsheets.read(file))
                .as(what)
                .isEqualTo(new Unreadable(reason, cell.isEmpty() || what.startsWith("csv") ? "" : "任意", cell));
        assertThat(System.nanoTime() - began).as(what).isLessThan(5_000_000_000L);
    }

    static Stream<Object[]> hostile() {
        var fine = row(1, "日期", "金额");
        return Stream.of(
                of("nothing", Reason.EMPTY, "", new byte[0]),
                of(
                        "blank rows",
                        Reason.EMPTY,
                        "",
                        sheet("<row r=\"1\"><c r=\"A1\"/></row>").bytes()),
                of("too big", Reason.BIG, "", new byte[Spreadsheets.LARGEST + 1]),
                of("noise", Reason.KIND, "", new byte[] {0, 1, 2, 3}),
                of("a page", Reason.KIND, "", "<html><table></table></html>".getBytes(UTF_8)),
                of(
                        "an archive",
                        Reason.KIND,
                        "",
                        new Workbooks().with("a.txt", "x").bytes()),
                of(
                        "half a workbook",
                        Reason.KIND,
                        "",
                        java.util.Arrays.copyOf(sheet(fine).bytes(), 300)),
                of("xls", Reason.OLD, "", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}),
                of("formula", Reason.FORMULA, "B2", formula("<f>A1*2</f><v>4</v>")),
                of(
                        "shared formula",
                        Reason.FORMULA,
                        "B2",
                        formula("<f t=\"shared\" ref=\"B2:B3\" si=\"0\">A1</f><v>4</v>")),
                of("array formula", Reason.FORMULA, "B2", formula("<f t=\"array\" ref=\"B2\">1</f>")),
                of("dde", Reason.FORMULA, "B2", formula("<f>cmd|'/C calc'!A0</f>")),
                of("error", Reason.ERROR, "B2", cell("t=\"e\"", "<v>#N/A</v>")),
                of("rounded", Reason.ROUNDED, "B2", cell("", "<v>4.40701199001011E+17</v>")),
                of(
                        "macros",
                        Reason.MACROS,
                        "",
                        sheet(fine).with("xl/vbaProject.bin", "x").bytes()),
                of(
                        "xlsm",
                        Reason.MACROS,
                        "",
                        sheet(fine)
                                .with(
                                        "[Content_Types].xml",
                                        "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")
                                .bytes()),
                of(
                        "links",
                        Reason.LINKS,
                        "",
                        sheet(fine)
                                .with("xl/externalLinks/externalLink1.xml", "<x/>")
                                .bytes()),
                of(
                        "link",
                        Reason.LINKS,
                        "",
                        sheet(fine)
                                .with(
                                        "xl/worksheets/_rels/sheet1.xml.rels",
                                        "<Relationship Type=\"x/oleObject\" Target=\"http://127.0.0.1/\" TargetMode=\"External\"/>")
                                .bytes()),
                of(
                        "entity",
                        Reason.KIND,
                        "",
                        sheet(fine)
                                .with(
                                        "xl/workbook.xml",
                                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook>&a;</workbook>")
                                .bytes()),
                of(
                        "utf-16",
                        Reason.KIND,
                        "",
                        sheet(fine)
                                .with(
                                        "xl/workbook.xml",
                                        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!D".getBytes(UTF_16LE))
                                .bytes()),
                of(
                        "utf-7",
                        Reason.KIND,
                        "",
                        sheet(fine)
                                .with("xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><workbook/>")
                                .bytes()),
                of("bomb", Reason.BIG, "", sheet(" ".repeat(200_000_000)).bytes()),
                of(
                        "bomb beside",
                        Reason.BIG,
                        "",
                        sheet(fine).with("xl/media/a.png", new byte[17_000_000]).bytes()),
                of(
                        "ratio",
                        Reason.BIG,
                        "",
                        sheet(fine).with("xl/media/a.png", new byte[2_000_000]).bytes()),
                of("parts", Reason.BIG, "", parts()),
                of(
                        "empty rows",
                        Reason.ROWS,
                        "",
                        sheet(rows(300_000, "<row r=\"%d\"/>")).bytes()),
                of(
                        "ten million rows",
                        Reason.BIG,
                        "",
                        sheet("<row/>".repeat(10_000_000)).bytes()),
                of(
                        "far cells",
                        Reason.BIG,
                        "",
                        sheet(rows(30_000, "<row r=\"%1$d\"><c r=\"XFD%1$d\"/></row>"))
                                .bytes()),
                of(
                        "hidden far cells",
                        Reason.ROWS,
                        "",
                        sheet(rows(30_000, "<row r=\"%1$d\"><c r=\"&#88;FD%1$d\"/></row>"))
                                .bytes()),
                of(
                        "rows",
                        Reason.ROWS,
                        "",
                        sheet(rows(2_001, "<row r=\"%1$d\"><c r=\"A%1$d\"><v>%1$d</v></c></row>"))
                                .bytes()),
                of("csv rows", Reason.ROWS, "", "1\n".repeat(2_001).getBytes(UTF_8)),
                of("csv formula", Reason.FORMULA, "B2", "a,b\n1,=1+1".getBytes(UTF_8)),
                of("csv wide formula", Reason.FORMULA, "A2", "a,b\n\uFF1D1,1".getBytes(UTF_8)),
                of("csv dde", Reason.FORMULA, "A2", "a,b\n\"+cmd|' /C calc'!A0\",1".getBytes(UTF_8)),
                of("csv call", Reason.FORMULA, "A2", "a,b\n @SUM(A1),1".getBytes(UTF_8)));
    }

    @Test
    void takesSignedNumbersAndLinksToPagesForWhatTheyAre() {
        assertThat(texts(tabs("a\n-1,200\n+852 9123 4567\n-3.5".getBytes(UTF_8))))
                .contains("-1", "-3.5", "+852 9123 4567");
        var linked = sheet(row(1, "a"))
                .with(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationship Type=\"http://x/hyperlink\" Target=\"mailto:a@b.c\" TargetMode=\"External\"/>");

        assertThat(Spreadsheets.read(linked.bytes())).isInstanceOf(Tabs.class);
    }

    private static byte[] parts() {
        var book = sheet(row(1, "a"));
        IntStream.range(0, 300).forEach(part -> book.with("x/" + part, "x"));
        return book.bytes();
    }

    private static String rows(int count, String row) {
        return IntStream.rangeClosed(1, count).mapToObj(row::formatted).collect(Collectors.joining());
    }

    private static byte[] formula(String inside) {
        return cell("", inside);
    }

    private static byte[] cell(String attributes, String inside) {
        var cell = "<c r=\"B2\" %s>%s</c>".formatted(attributes, inside);
        return sheet(row(1, "日期", "金额") + "<row r=\"2\">" + cell + "</row>").bytes();
    }

    private static Object[] of(String what, Reason reason, String cell, byte[] file) {
        return new Object[] {what, reason, cell, file};
    }

    private static List<Tab> tabs(byte[] file) {
        var read = Spreadsheets.read(file);
        assertThat(read).isInstanceOf(Tabs.class);
        return ((Tabs) read).all();
    }

    /** What is below the heading. */
    private static List<String> texts(List<Tab> tabs) {
        return tabs.get(0).lines().stream()
                .skip(1)
                .map(line -> line.cell(0).text())
                .toList();
    }
}
