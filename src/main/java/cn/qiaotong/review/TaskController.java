package cn.qiaotong.review;

import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.review.TaskViews.Filled;
import cn.qiaotong.section.CaseSections;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.Overtaken;
import cn.qiaotong.worklist.Completion;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One task: its case, taking it and giving it back, and deciding it. */
@Controller
class TaskController {

    private static final String TASK = "/review/{publicId}/{element}";

    private final Waits waits;
    private final Desk desk;
    private final CaseFiles files;
    private final CaseViews cases;
    private final TaskViews tasks;
    private final CaseSections sections;

    TaskController(Waits waits, Desk desk, CaseFiles files, CaseViews cases, TaskViews tasks, CaseSections sections) {
        this.waits = waits;
        this.desk = desk;
        this.files = files;
        this.cases = cases;
        this.tasks = tasks;
        this.sections = sections;
    }

    @GetMapping(TASK)
    ModelAndView task(@PathVariable String publicId, @PathVariable String element, Person person, Locale locale) {
        return page(waits.get(publicId, element, person), person, Filled.nothing(), locale);
    }

    @PostMapping(TASK + "/claim")
    ModelAndView claim(@PathVariable String publicId, @PathVariable String element, Person person) {
        waits.claim(publicId, element, person);
        return SeeOther.at(address(publicId, element));
    }

    @PostMapping(TASK + "/release")
    ModelAndView release(@PathVariable String publicId, @PathVariable String element, Person person) {
        waits.release(publicId, element, person);
        return SeeOther.at(address(publicId, element));
    }

    @PostMapping(TASK + "/reveal")
    ModelAndView reveal(
            @PathVariable String publicId,
            @PathVariable String element,
            @RequestParam Optional<String> reason,
            Person person,
            Locale locale) {
        var wait = waits.get(publicId, element, person);
        var given = reason.flatMap(RevealReason::of);
        if (given.isEmpty()) {
            var page = page(wait, person, Filled.nothing(), locale).addObject("unreasoned", true);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        var file = files.revealed(publicId, person, given.get().key());
        return page(wait, file, person, true, Filled.nothing(), locale);
    }

    /**
     * Decides, unless the button was one of those that only show the page again: another language, or the notice. Whoever
     * was overtaken gets back what they had written.
     */
    @PostMapping(TASK + "/decide")
    ModelAndView decide(
            @PathVariable String publicId,
            @PathVariable String element,
            @RequestParam MultiValueMap<String, String> posted,
            Person person,
            Locale locale) {
        try {
            return decided(publicId, element, posted, person, locale);
        } catch (Conflict faster) {
            var request = files.asStaff(publicId, person).request();
            throw new Overtaken(faster, tasks.said(request, element, filled(posted, List.of(), false), locale));
        }
    }

    private ModelAndView decided(
            String publicId, String element, MultiValueMap<String, String> posted, Person person, Locale locale) {
        var wait = waits.get(publicId, element, person);
        var previewed = posted.containsKey("preview");
        if (previewed || posted.containsKey("language")) {
            return page(wait, person, filled(posted, List.of(), previewed), locale);
        }
        var ask = Ask.of(posted);
        var done = desk.decide(publicId, element, person, Typed.of(posted), ask.items(), ask.ground());
        if (done instanceof Completion.Incomplete incomplete) {
            var page = page(wait, person, filled(posted, incomplete.errors(), false), locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return SeeOther.at("/review?done=" + wait.receipt());
    }

    private static Filled filled(MultiValueMap<String, String> posted, List<FieldError> errors, boolean previewed) {
        return new Filled(Typed.of(posted), Ask.of(posted), errors, previewed);
    }

    private ModelAndView page(Wait wait, Person person, Filled filled, Locale locale) {
        return page(wait, files.asStaff(wait.publicId(), person), person, false, filled, locale);
    }

    private ModelAndView page(Wait wait, CaseFile file, Person person, boolean revealed, Filled filled, Locale locale) {
        return new ModelAndView("review/task", tasks.of(wait, file, person, filled, locale))
                .addObject("file", cases.of(file, person, revealed, locale))
                .addObject("parts", sections.of(file, person, locale))
                .addObject("reasons", RevealReason.values())
                .addObject("unreasoned", false)
                .addObject("reveal", address(wait.publicId(), wait.element()) + "/reveal");
    }

    private static String address(String publicId, String element) {
        return "/review/%s/%s".formatted(publicId, element);
    }
}
