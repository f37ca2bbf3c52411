package cn.qiaotong.budget;

import cn.qiaotong.identity.Person;
import cn.qiaotong.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lines of the ledger with their numbers, and the entries behind each number. */
@Controller
class BudgetController {

    static final String PATH = "/review/budget";

    private static final int ROWS = 50;

    private final LineViews lines;
    private final Ledger ledger;
    private final EntrySheet sheet;
    private final LedgerReaders readers;

    BudgetController(LineViews lines, Ledger ledger, EntrySheet sheet, LedgerReaders readers) {
        this.lines = lines;
        this.ledger = ledger;
        this.sheet = sheet;
        this.readers = readers;
    }

    @GetMapping(PATH)
    ModelAndView lines(Person person, Locale locale) {
        readers.admit(person);
        return new ModelAndView("budget/lines")
                .addObject("lines", lines.all(locale))
                .addObject("figures", Figure.values());
    }

    @GetMapping(PATH + "/{line}/{year}")
    ModelAndView entries(
            @PathVariable String line,
            @PathVariable int year,
            @RequestParam(required = false) String of,
            @RequestParam(required = false) Long before,
            Person person,
            Locale locale) {
        var view = view(line, year, person, locale);
        var figure = figure(of);
        var start = before == null ? OptionalLong.empty() : OptionalLong.of(before);
        var found = ledger.entries(line, year, figure, start, ROWS + 1);
        var shown = found.stream().limit(ROWS).toList();
        var next = found.size() > ROWS
                ? "%s?of=%s&before=%d"
                        .formatted(
                                view.path(), figure.key(), shown.get(ROWS - 1).seq())
                : "";
        return new ModelAndView("budget/entries").addObject("page", new EntryPage(view, figure, shown, next));
    }

    @GetMapping(PATH + "/{line}/{year}/entries.csv")
    ResponseEntity<byte[]> download(
            @PathVariable String line,
            @PathVariable int year,
            @RequestParam(required = false) String of,
            Person person,
            Locale locale) {
        var view = view(line, year, person, locale);
        var figure = figure(of);
        var name = "budget-%s-%d-%s.csv".formatted(view.balance().line(), year, figure.key());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(sheet.of(view, figure, locale).getBytes(StandardCharsets.UTF_8));
    }

    private LineView view(String line, int year, Person person, Locale locale) {
        readers.admit(person);
        return lines.find(line, year, locale).orElseThrow(NotFound::new);
    }

    private static Figure figure(String key) {
        return Figure.of(key == null ? Figure.FREE.key() : key).orElseThrow(NotFound::new);
    }
}
