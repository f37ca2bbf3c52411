package cn.qiaotong.fit;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Checked;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.FormView;
import cn.qiaotong.form.Invalid;
import cn.qiaotong.form.Page;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The questionnaire: a few questions of a visitor without a name, answered for all services at once. Nothing of it is stored,
 * in the session or elsewhere; what was answered travels with the pages and is in no address.
 */
@Controller
class FitController {

    private final PublicServices services;
    private final Fittings fittings;
    private final CheckContexts contexts;

    FitController(PublicServices services, Fittings fittings, CheckContexts contexts) {
        this.services = services;
        this.fittings = fittings;
        this.contexts = contexts;
    }

    @GetMapping("/fit")
    ModelAndView begin(Locale locale) {
        var form = services.questionnaire();
        return page(form, form.pages().get(0), Typed.nothing(), new Valid(null), locale);
    }

    @PostMapping("/fit")
    ModelAndView answer(@RequestParam MultiValueMap<String, String> posted, @RequestParam String page, Locale locale) {
        var form = services.questionnaire();
        var typed = Typed.of(posted);
        var pages = form.pages(typed, contexts.now());
        var shown = pages.stream()
                .filter(each -> each.key().equals(page))
                .findFirst()
                .orElse(pages.get(0));
        if (posted.containsKey("language")) {
            return page(form, shown, typed, new Valid(null), locale);
        }
        var checked = form.check(shown, typed, contexts.now());
        if (checked instanceof Invalid) {
            var again = page(form, shown, typed, checked, locale);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        var next = pages.indexOf(shown) + 1;
        return next < pages.size()
                ? page(form, pages.get(next), typed, new Valid(null), locale)
                : result(form, typed, locale);
    }

    private ModelAndView result(Form form, Typed typed, Locale locale) {
        return form.check(typed, contexts.now()) instanceof Valid valid
                ? new ModelAndView("fit/result")
                        .addObject("groups", fittings.of(valid.answers(), locale))
                        .addObject("answers", fittings.given(form, valid.answers(), locale))
                        .addObject("kept", kept(form.pages(), typed))
                        .addObject(
                                "page",
                                form.pages().get(form.pages().size() - 1).key())
                        .addObject("languageForm", "again")
                : begin(locale);
    }

    private ModelAndView page(Form form, Page page, Typed typed, Checked checked, Locale locale) {
        var words = services.sharedWords(locale);
        var view = FormView.of(form, typed, contexts.now(), words).on(page);
        var others = form.pages().stream()
                .filter(other -> !other.key().equals(page.key()))
                .toList();
        return new ModelAndView("fit/questions")
                .addObject("form", checked instanceof Invalid invalid ? view.with(invalid.errors()) : view)
                .addObject("page", page.key())
                .addObject("heading", words.find(page.key() + ".label").orElse(page.label()))
                .addObject("kept", kept(others, typed))
                .addObject("languageForm", "fit");
    }

    /** What was answered on these pages, to be sent along. */
    private static List<Map.Entry<String, String>> kept(List<Page> pages, Typed typed) {
        var kept = new ArrayList<Map.Entry<String, String>>();
        pages.stream().flatMap(page -> page.fields().stream()).forEach(field -> typed.all(field.key()).stream()
                .filter(value -> !value.isBlank())
                .forEach(value -> kept.add(Map.entry(field.key(), value))));
        return kept;
    }
}
