package cn.qiaotong.review;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.ErrorView;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.FormView;
import cn.qiaotong.form.Said;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Request;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.Wait;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;

/** What a task's page shows beside the case: who has it, and, for the one who has it, the form of the decision. */
@Component
class TaskViews {

    private final Desk desk;
    private final PublicServices services;
    private final AskTables asks;
    private final CheckContexts contexts;
    private final People people;
    private final DueTimes dueTimes;

    TaskViews(
            Desk desk,
            PublicServices services,
            AskTables asks,
            CheckContexts contexts,
            People people,
            DueTimes dueTimes) {
        this.desk = desk;
        this.services = services;
        this.asks = asks;
        this.contexts = contexts;
        this.people = people;
        this.dueTimes = dueTimes;
    }

    ModelMap of(Wait wait, CaseFile file, Person person, Filled filled, Locale locale) {
        var held = wait.isHeldBy(person.account());
        var model = new ModelMap("wait", wait)
                .addAttribute("step", services.title(wait.service(), wait.element(), locale))
                .addAttribute(
                        "holder",
                        wait.holder().map(people::byAccount).map(Person::name).orElse(""))
                .addAttribute("held", held)
                .addAttribute("due", dueTimes.of(wait.due()))
                .addAttribute("errors", List.of());
        return held ? withForm(model, wait, file, person, filled, locale) : model;
    }

    /** What was filled in, by label: the fields of the decision, then the reasons of the list. */
    Map<String, String> said(Request request, String element, Filled filled, Locale locale) {
        var words = services.find(request.service()).orElseThrow().words(locale);
        var said = Said.in(desk.form(request, element), filled.typed(), words);
        filled.ask().reasons().forEach((field, reason) -> {
            if (!reason.isBlank()) {
                said.put(words.text(field + ".label"), reason);
            }
        });
        return said;
    }

    private ModelMap withForm(ModelMap model, Wait wait, CaseFile file, Person person, Filled filled, Locale locale) {
        var form = desk.form(file.request(), wait.element());
        var words = services.find(wait.service()).orElseThrow().words(locale);
        var ofForm = filled.errors().stream()
                .filter(error -> !AskTables.isOfList(error))
                .toList();
        var view = FormView.of(form, filled.typed(), contexts.now(), words).with(ofForm);
        return model.addAttribute("form", view)
                .addAttribute(
                        "ask",
                        asks.of(form, file, person, filled.ask(), filled.errors(), locale)
                                .orElse(null))
                .addAttribute(
                        "errors",
                        Stream.<ErrorView>concat(
                                        view.errors().stream(), asks.errors(file, filled.errors(), locale).stream())
                                .toList())
                .addAttribute("previewed", filled.previewed())
                .addAttribute("languageForm", "decision");
    }

    /** What was filled into the form of a task so far, and what is wrong with it. */
    record Filled(Typed typed, Ask ask, List<FieldError> errors, boolean previewed) {

        static Filled nothing() {
            return new Filled(Typed.nothing(), Ask.nothing(), List.of(), false);
        }
    }
}
