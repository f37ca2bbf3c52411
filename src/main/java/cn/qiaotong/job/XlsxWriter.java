package cn.qiaotong.job;

import cn.qiaotong.job.Table.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes workbooks in which every cell has its type and every text is one, whatever it begins with. */
public final class XlsxWriter {

    private static final int FORMATTED_ROWS = 500;
    private static final int NARROWEST = 14;
    private static final int WIDEST = 48;

    private final Workbook book;
    private Worksheet choices;
    private int lists;

    private XlsxWriter(Workbook book) {
        this.book = book;
    }

    public static byte[] write(List<Table> tables) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Qiaotong", "1.0")) {
            var writer = new XlsxWriter(book);
            tables.forEach(writer::write);
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Table table) {
        var sheet = book.newWorksheet(name(table.name()));
        var keyed = table.columns().stream().anyMatch(column -> !column.key().isEmpty());
        var first = keyed ? 1 : 0;
        for (var index = 0; index < table.columns().size(); index++) {
            head(sheet, table.columns().get(index), index, first);
        }
        if (keyed) {
            sheet.hideRow(0);
        }
        sheet.freezePane(0, first + 1);
        for (var row = 0; row < table.rows().size(); row++) {
            var cells = table.rows().get(row);
            for (var index = 0; index < cells.size(); index++) {
                write(sheet, first + 1 + row, index, cells.get(index));
            }
        }
    }

    private void head(Worksheet sheet, Column column, int index, int row) {
        if (row > 0) {
            sheet.value(0, index, shown(column.key()));
        }
        sheet.value(row, index, shown(column.heading()));
        sheet.style(row, index).bold().wrapText(true).set();
        sheet.width(
                index, Math.min(WIDEST, Math.max(NARROWEST, 2 * column.heading().length())));
        sheet.range(row + 1, index, row + FORMATTED_ROWS, index)
                .style()
                .format(column.kind().format())
                .set();
        if (!column.choices().isEmpty()) {
            offer(sheet, column.choices(), index, row);
        }
    }

    private void offer(Worksheet sheet, List<String> texts, int index, int row) {
        if (choices == null) {
            choices = book.newWorksheet("choices");
            choices.setVisibilityState(VisibilityState.HIDDEN);
        }
        for (var at = 0; at < texts.size(); at++) {
            choices.value(at, lists, shown(texts.get(at)));
        }
        sheet.range(row + 1, index, row + FORMATTED_ROWS, index)
                .validateWithList(choices.range(0, lists, texts.size() - 1, lists))
                .errorStyle(DataValidationErrorStyle.WARNING);
        lists++;
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            sheet.value(row, column, figure.number());
        } else if (cell instanceof Cell.Day day) {
            sheet.value(row, column, day.date());
        } else if (cell instanceof Cell.Moment moment) {
            sheet.value(row, column, moment.time());
        } else if (cell instanceof Cell.Truth truth) {
            sheet.value(row, column, truth.yes());
        } else if (!cell.text().isEmpty()) {
            sheet.value(row, column, shown(cell.text()));
        }
    }

    /** A text without what XML cannot hold. */
    private static String shown(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    }

    private static String name(String wanted) {
        var plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return plain.substring(0, Math.min(31, plain.length()));
    }
}
