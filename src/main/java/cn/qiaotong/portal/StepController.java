package cn.qiaotong.portal;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.FormView;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.signin.KeptPosts;
import cn.qiaotong.worklist.Completion;
import cn.qiaotong.worklist.OwnSteps;
import cn.qiaotong.worklist.StepForms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the steps that a model draws for the applicant, who answers on one page and sees there what was said before. */
@Controller
@RequestMapping("/requests/{publicId}/steps/{element}")
class StepController {

    private final OwnSteps steps;
    private final StepForms forms;
    private final CaseFiles files;
    private final Following following;
    private final BranchAnswers branches;
    private final CheckContexts contexts;
    private final KeptPosts kept;

    StepController(
            OwnSteps steps,
            StepForms forms,
            CaseFiles files,
            Following following,
            BranchAnswers branches,
            CheckContexts contexts,
            KeptPosts kept) {
        this.steps = steps;
        this.forms = forms;
        this.files = files;
        this.following = following;
        this.branches = branches;
        this.contexts = contexts;
        this.kept = kept;
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable String publicId,
            @PathVariable String element,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        var typed = kept.forPath(request.getRequestURI(), person).map(Typed::of).orElseGet(Typed::nothing);
        return shown(publicId, element, person, typed, List.of(), locale);
    }

    /** Sends, unless the button only asked for the page in another language. */
    @PostMapping
    ModelAndView send(
            @PathVariable String publicId,
            @PathVariable String element,
            @RequestParam MultiValueMap<String, String> posted,
            Person person,
            Locale locale) {
        var typed = Typed.of(posted);
        if (new Pressed(posted).again()) {
            return shown(publicId, element, person, typed, List.of(), locale);
        }
        if (steps.send(publicId, element, person, typed) instanceof Completion.Incomplete incomplete) {
            var page = shown(publicId, element, person, typed, incomplete.errors(), locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return new ModelAndView("redirect:/requests/" + publicId);
    }

    private ModelAndView shown(
            String publicId, String element, Person person, Typed typed, List<FieldError> errors, Locale locale) {
        var wait = steps.get(publicId, element, person);
        var file = files.own(publicId, person);
        var words = following.words(file.request(), locale);
        var form = forms.find(file.request(), element, locale).orElseThrow();
        var view = new StepView(
                file.request(),
                words.title(),
                words.text(element + ".title"),
                words.text(element + ".doing"),
                wait.due().map(Timeline::lastDay),
                branches.of(file, words, locale),
                FormView.of(form, typed, contexts.now(), words).with(errors),
                "/requests/%s/steps/%s".formatted(publicId, element));
        return new ModelAndView("portal/step").addObject("page", view).addObject("languageForm", "step");
    }
}
