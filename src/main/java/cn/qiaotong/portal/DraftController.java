package cn.qiaotong.portal;

import cn.qiaotong.form.AnswersView;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Submission;
import cn.qiaotong.request.Submissions;
import cn.qiaotong.section.CaseSections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What surrounds the question pages of a draft: what is left to do, what was said, what is consented to, submitting it and giving it up. */
@Controller
@RequestMapping("/drafts/{publicId}")
class DraftController {

    private final Wizard wizard;
    private final Uploads uploads;
    private final Submissions submissions;
    private final CaseSections sections;

    DraftController(Wizard wizard, Uploads uploads, Submissions submissions, CaseSections sections) {
        this.wizard = wizard;
        this.uploads = uploads;
        this.submissions = submissions;
        this.sections = sections;
    }

    @GetMapping
    ModelAndView tasks(@PathVariable String publicId, Person person, Locale locale) {
        var open = wizard.open(publicId, person);
        return view("portal/tasks", open, locale)
                .addObject("tasks", TaskLine.of(open, open.service().words(locale)));
    }

    @GetMapping("/discard")
    ModelAndView confirm(@PathVariable String publicId, Person person, Locale locale) {
        var open = wizard.open(publicId, person);
        return view("portal/discard", open, locale)
                .addObject("files", uploads.of(open.draft().id()).size());
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable String publicId, Person person) {
        wizard.giveUp(wizard.open(publicId, person), person);
        return new ModelAndView("redirect:/requests");
    }

    @GetMapping("/check")
    ModelAndView check(@PathVariable String publicId, Person person, Locale locale) {
        return checked(wizard.open(publicId, person), locale);
    }

    @GetMapping("/consent")
    ModelAndView consent(@PathVariable String publicId, Person person, Locale locale) {
        var open = wizard.open(publicId, person);
        return open.complete()
                ? consents(open, Set.of(), Set.of(), locale)
                : new ModelAndView("redirect:" + open.address() + "/check");
    }

    @PostMapping("/submit")
    ModelAndView submit(
            @PathVariable String publicId,
            @RequestParam(defaultValue = "") Set<String> purpose,
            Person person,
            Locale locale) {
        var outcome = submissions.submit(publicId, person, purpose, locale);
        if (outcome instanceof Submission.ConsentNeeded needed) {
            return refused(consents(wizard.open(publicId, person), purpose, needed.keys(), locale));
        } else if (outcome instanceof Submission.Incomplete) {
            return refused(checked(wizard.open(publicId, person), locale));
        }
        return new ModelAndView("redirect:/requests/%s/receipt".formatted(publicId));
    }

    private ModelAndView checked(OpenDraft open, Locale locale) {
        var words = open.service().words(locale);
        var answers = AnswersView.of(open.form(), open.answers(), words)
                .unmasked()
                .visible(open.form().visible(open.typed(), open.context()))
                .files(uploads.of(open.draft().id()))
                .doubting(open.context())
                .changeAt((page, id) -> "%s/pages/%s?from=check#%s".formatted(open.address(), page, id));
        return view("portal/check", open, locale)
                .addObject("answers", answers)
                .addObject("parts", sections.of(open.service(), open.answers(), locale))
                .addObject(
                        "open",
                        TaskLine.of(open, words).stream()
                                .filter(line -> !line.done())
                                .toList());
    }

    private ModelAndView consents(OpenDraft open, Set<String> ticked, Set<String> missing, Locale locale) {
        var asked = submissions.consentsFor(open.service(), open.typed(), locale);
        return view("portal/consent", open, locale)
                .addObject("consents", asked)
                .addObject("ticked", ticked)
                .addObject(
                        "missing",
                        asked.stream()
                                .filter(consent -> missing.contains(consent.key()))
                                .toList());
    }

    private static ModelAndView view(String name, OpenDraft open, Locale locale) {
        return new ModelAndView(name)
                .addObject("draft", open)
                .addObject("offer", open.offer())
                .addObject("serviceTitle", open.service().words(locale).title())
                .addObject("missing", List.of());
    }

    private static ModelAndView refused(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }
}
