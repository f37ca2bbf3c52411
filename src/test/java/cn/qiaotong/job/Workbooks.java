package cn.qiaotong.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made by hand, as somebody with bad intentions or another program would. */
public final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** One sheet with these rows, written as XML. */
    public static Workbooks sheet(String rows) {
        var book = new Workbooks();
        book.with(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
        book.with("xl/styles.xml", "<styleSheet xmlns=\"%s\"/>".formatted(MAIN));
        book.with("_rels/.rels", links(link("rId1", OFFICE + "/officeDocument", "xl/workbook.xml")));
        book.with("xl/_rels/workbook.xml.rels", links(link("rId1", OFFICE + "/worksheet", "worksheets/sheet1.xml")));
        book.with(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"任意\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                        .formatted(MAIN, OFFICE));
        return book.with(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    }

    /** A row of texts. */
    public static String row(int number, String... texts) {
        var row = new StringBuilder("<row r=\"%d\">".formatted(number));
        for (var column = 0; column < texts.length; column++) {
            row.append("<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                    .formatted(Line.column(column), number, texts[column]));
        }
        return row.append("</row>").toString();
    }

    public static String link(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
    }

    public static String links(String links) {
        return "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(PACKAGE, links);
    }

    public Workbooks with(String part, String xml) {
        return with(part, xml.getBytes(StandardCharsets.UTF_8));
    }

    public Workbooks with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
