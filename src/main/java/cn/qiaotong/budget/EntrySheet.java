package cn.qiaotong.budget;

import cn.qiaotong.web.Dates;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The entries behind a number as CSV, the latest first. No cell is a formula to the program that opens it. */
@Component
class EntrySheet {

    private static final int ROWS = 1000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Ledger ledger;
    private final MessageSource texts;
    private final Dates dates;

    EntrySheet(Ledger ledger, MessageSource texts, Dates dates) {
        this.ledger = ledger;
        this.texts = texts;
        this.dates = dates;
    }

    String of(LineView line, Figure figure, Locale locale) {
        var csv = new StringBuilder(BYTE_ORDER_MARK)
                .append(row(Stream.of("number", "movement", "amount", "time", "claim", "account")
                        .map(column -> text("budget.column." + column, locale))));
        var before = OptionalLong.empty();
        do {
            var page = ledger.entries(line.balance().line(), line.balance().year(), figure, before, ROWS);
            page.forEach(entry -> csv.append(row(entry, figure, locale)));
            before = page.size() < ROWS
                    ? OptionalLong.empty()
                    : OptionalLong.of(page.get(ROWS - 1).seq());
        } while (before.isPresent());
        return csv.toString();
    }

    private String row(Entry entry, Figure figure, Locale locale) {
        return row(Stream.of(
                Long.toString(entry.seq()),
                text("budget.movement." + entry.movement().key(), locale),
                entry.in(figure).toPlainString(),
                dates.time(entry.at()),
                entry.claim().map(Object::toString).orElse(""),
                entry.account().map(Object::toString).orElse("")));
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }

    private static String row(Stream<String> cells) {
        return cells.map(EntrySheet::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted; what a spreadsheet would calculate gets an apostrophe before it, and a negative number is none of that. */
    static String cell(String text) {
        var inert =
                text.matches("(?s)[=+\\-@\\t\\r\\n\\x00].*") && !text.matches("-\\d+(\\.\\d+)?") ? "'" + text : text;
        return '"' + inert.replace("\"", "\"\"") + '"';
    }
}
