package cn.qiaotong.form;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * One error as a page shows it, the same beside the field and in the summary: a message with arguments, or the form's own
 * words, after the number of its row where it is in a list.
 */
public record ErrorView(String name, String target, String message, List<Object> arguments, int row, String words) {

    public ErrorView(String name, String target, String message, List<Object> arguments, String words) {
        this(name, target, message, arguments, 0, words);
    }

    static ErrorView of(FieldError error, String target, String label, int row, String words) {
        var arguments = Stream.concat(Stream.of(label), error.arguments().stream())
                .map(ErrorView::shown)
                .toList();
        return new ErrorView(error.key(), target, "form.error." + error.code(), arguments, row, words);
    }

    private static Object shown(Object argument) {
        return argument instanceof LocalDate date ? dayOf(date) : argument;
    }

    private static Date dayOf(LocalDate date) {
        return java.sql.Date.valueOf(date);
    }
}
