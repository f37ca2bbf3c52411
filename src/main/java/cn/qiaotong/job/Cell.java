package cn.qiaotong.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** What one cell of a spreadsheet holds, of one type, so that a number is never taken for a text nor a text for a formula. */
public sealed interface Cell {

    Cell EMPTY = new Text("");

    /** The same in writing: digits with a point, the year first. */
    String text();

    default boolean blank() {
        return text().isBlank();
    }

    record Text(String text) implements Cell {}

    record Figure(BigDecimal number) implements Cell {

        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    record Day(LocalDate date) implements Cell {

        @Override
        public String text() {
            return date.toString();
        }
    }

    record Moment(LocalDateTime time) implements Cell {

        private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

        @Override
        public String text() {
            return WRITTEN.format(time);
        }
    }

    record Truth(boolean yes) implements Cell {

        @Override
        public String text() {
            return Boolean.toString(yes);
        }
    }
}
