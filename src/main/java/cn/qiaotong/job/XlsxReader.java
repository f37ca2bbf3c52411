package cn.qiaotong.job;

import cn.qiaotong.job.Unreadable.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the values of a workbook that has passed the gate; a formula is refused where it stands, and so is what a program has rounded. */
final class XlsxReader {

    private static final int MOST_TABS = 20;
    private static final int MOST_ROWS_SEEN = 5_000;
    private static final int DIGITS_KEPT = 15;
    private static final Pattern NO_DATE_LETTERS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private int seen;
    private int taken;

    private XlsxReader() {}

    static List<Tab> tabs(byte[] workbook) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, false))) {
            var reader = new XlsxReader();
            var tabs = new ArrayList<Tab>();
            for (var sheet : book.getSheets().limit(MOST_TABS).toList()) {
                tabs.add(reader.tab(sheet));
            }
            return tabs;
        } catch (Refusing refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new Refusing(Reason.KIND);
        }
    }

    private Tab tab(Sheet sheet) throws IOException {
        var lines = new ArrayList<Line>();
        try (var rows = sheet.openStream()) {
            rows.forEach(row -> {
                var line = line(sheet.getName(), row);
                refuse(++seen > MOST_ROWS_SEEN, Reason.ROWS);
                if (!line.cells().stream().allMatch(Cell::blank)) {
                    refuse(++taken > Spreadsheets.MOST_ROWS, Reason.ROWS);
                    lines.add(line);
                }
            });
        }
        return new Tab(sheet.getName(), lines);
    }

    private static Line line(String tab, Row row) {
        var cells = new ArrayList<Cell>();
        for (var column = 0; column < Math.min(row.getCellCount(), Spreadsheets.MOST_COLUMNS); column++) {
            var place = Line.column(column) + row.getRowNum();
            cells.add(row.getOptionalCell(column)
                    .map(cell -> value(cell, tab, place))
                    .orElse(Cell.EMPTY));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static Cell value(org.dhatim.fastexcel.reader.Cell cell, String tab, String place) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            throw new Refusing(new Unreadable(Reason.FORMULA, tab, place));
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, tab, place);
            case BOOLEAN -> new Cell.Truth(cell.asBoolean());
            case ERROR -> throw new Refusing(new Unreadable(Reason.ERROR, tab, place));
            case STRING -> new Cell.Text(cell.asString());
            default -> Cell.EMPTY;
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, String tab, String place) {
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            var time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? new Cell.Day(time.toLocalDate())
                    : new Cell.Moment(time);
        }
        var number = cell.asNumber().round(new MathContext(DIGITS_KEPT)).stripTrailingZeros();
        if (whole(number) > DIGITS_KEPT) {
            throw new Refusing(new Unreadable(Reason.ROUNDED, tab, place));
        }
        return new Cell.Figure(number);
    }

    private static int whole(BigDecimal number) {
        return number.precision() - number.scale();
    }

    /** Whether a number's format shows a day; the ids are those that every program knows, East Asian ones included. */
    static boolean isDate(Integer id, String format) {
        var known = id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58);
        return known
                || format != null
                        && NO_DATE_LETTERS.matcher(format).replaceAll("").matches("(?s).*[yYdD].*");
    }

    private static void refuse(boolean wrong, Reason reason) {
        if (wrong) {
            throw new Refusing(reason);
        }
    }
}
