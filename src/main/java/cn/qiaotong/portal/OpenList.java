package cn.qiaotong.portal;

import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.ListReading;
import cn.qiaotong.form.ListRows;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Words;
import cn.qiaotong.web.NotFound;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A list of a draft or of an answer to a supplement notice, where it stands, and how what it holds is changed. */
record OpenList(
        ListRows rows,
        Typed typed,
        CheckContext context,
        Function<Locale, Words> words,
        String address,
        String page,
        Consumer<UnaryOperator<Typed>> change) {

    static OpenList of(OpenDraft open, String list, Consumer<UnaryOperator<Typed>> change) {
        return new OpenList(
                rows(open.form(), list),
                open.typed(),
                open.context(),
                locale -> open.service().words(locale),
                open.address() + "/lists/" + list,
                open.form().pages().stream()
                        .filter(page -> page.fields().stream()
                                .anyMatch(field -> field.key().equals(list)))
                        .findFirst()
                        .map(open::address)
                        .orElseThrow(NotFound::new),
                change);
    }

    static OpenList of(
            OpenSupplement open, String list, Function<Locale, Words> words, Consumer<UnaryOperator<Typed>> change) {
        return new OpenList(
                rows(open.form(), list),
                open.typed(),
                open.context(),
                words,
                open.address() + "/lists/" + list,
                open.address(),
                change);
    }

    /** What a spreadsheet that waits to be taken came to. */
    Optional<ListReading> reading(Locale locale) {
        return rows.reading(typed, context, words.apply(locale));
    }

    /** Where the list is shown among the other questions. */
    public String place() {
        return page + "#" + rows.key();
    }

    private static ListRows rows(Form form, String list) {
        return form.rows(list).orElseThrow(NotFound::new);
    }
}
