package cn.qiaotong.portal;

import cn.qiaotong.form.Words;
import cn.qiaotong.identity.Person;
import cn.qiaotong.job.SpreadsheetRead;
import cn.qiaotong.job.Spreadsheets;
import cn.qiaotong.job.Tabs;
import cn.qiaotong.job.Unreadable;
import cn.qiaotong.job.XlsxWriter;
import cn.qiaotong.portal.SheetRows.Misfit;
import cn.qiaotong.web.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Fills lists from spreadsheets: gives the template, reads what comes back, and takes rows only when all fit or somebody says so. */
@Component
class ListDesk {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "\u2713", "\u221A");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private final Wizard wizard;
    private final SupplementDesk supplements;
    private final Following following;
    private final MessageSource texts;

    ListDesk(Wizard wizard, SupplementDesk supplements, Following following, MessageSource texts) {
        this.wizard = wizard;
        this.supplements = supplements;
        this.following = following;
        this.texts = texts;
    }

    OpenList ofDraft(String publicId, String list, Person person) {
        var open = wizard.open(publicId, person);
        return OpenList.of(open, list, change -> wizard.change(open, person, change));
    }

    OpenList ofSupplement(String publicId, String list, Person person) {
        var open = supplements.open(publicId, person);
        return OpenList.of(
                open,
                list,
                locale -> following.words(open.request(), locale),
                change -> supplements.save(open, change.apply(open.typed())));
    }

    /** The template in one language, with the rows that are there already. */
    byte[] template(OpenList open, Locale locale) {
        var words = open.words().apply(locale);
        var template = new SheetTemplate(
                open.rows().label(words), open.rows().columns(words), key -> texts.getMessage(key, null, locale));
        return XlsxWriter.write(template.tables(open.rows().texts(open.typed())));
    }

    /** Reads a file for a list: takes its rows when all fit, lets them wait when some do not, or says why there are none. */
    Optional<Refused> read(OpenList open, Optional<MultipartFile> file, Locale locale) {
        if (file.isEmpty()) {
            return Optional.of(new Refused("none"));
        }
        var read = content(file.get());
        if (read instanceof Unreadable unreadable) {
            return Optional.of(Refused.of(unreadable));
        }
        try {
            var found = rows(open, (Tabs) read, locale);
            open.change().accept(typed -> {
                var waiting = open.rows().reading(typed, found.rows(), found.places());
                return open.rows()
                        .reading(waiting, open.context(), Words.NONE)
                        .filter(reading -> reading.bad() == 0)
                        .map(all -> open.rows().taken(waiting, open.context()))
                        .orElse(waiting);
            });
            return Optional.empty();
        } catch (Misfit misfit) {
            return Optional.of(new Refused(misfit.code(), misfit.arguments()));
        }
    }

    /** Takes the rows that fit out of those that wait. */
    void take(OpenList open) {
        open.change().accept(typed -> open.rows()
                .reading(typed, open.context(), Words.NONE)
                .filter(reading -> reading.good() > 0)
                .map(some -> open.rows().taken(typed, open.context()))
                .orElse(typed));
    }

    private SheetRows rows(OpenList open, Tabs tabs, Locale locale) {
        var languages = Stream.concat(
                        Stream.of(locale), Stream.of(Language.values()).map(Language::locale))
                .map(each -> open.rows().columns(open.words().apply(each)))
                .toList();
        return SheetRows.of(
                tabs,
                languages,
                words("form.yes", YES),
                words("form.no", NO),
                open.rows().most());
    }

    private Set<String> words(String key, Set<String> always) {
        return Stream.concat(
                        always.stream(),
                        Stream.of(Language.values()).map(language -> texts.getMessage(key, null, language.locale())))
                .collect(Collectors.toSet());
    }

    private static SpreadsheetRead content(MultipartFile file) {
        if (file.getSize() > Spreadsheets.LARGEST) {
            return new Unreadable(Unreadable.Reason.BIG, "", "");
        }
        try {
            return Spreadsheets.read(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why nothing was read, as the end of a message key with its arguments. */
    record Refused(String code, List<Object> arguments) {

        Refused(String code, Object... arguments) {
            this(code, List.of(arguments));
        }

        static Refused of(Unreadable unreadable) {
            var reason = unreadable.reason().name().toLowerCase(Locale.ROOT);
            return new Refused(
                    unreadable.cell().isEmpty() ? reason : reason + ".cell", unreadable.tab(), unreadable.cell());
        }
    }
}
