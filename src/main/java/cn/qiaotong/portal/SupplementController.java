package cn.qiaotong.portal;

import cn.qiaotong.form.FieldError;
import cn.qiaotong.identity.Person;
import cn.qiaotong.worklist.Completion;
import cn.qiaotong.worklist.Desk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
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

/** The page on which an applicant gives what was asked for, all of it at once, and nothing else. */
@Controller
@RequestMapping("/requests/{publicId}/supplement")
class SupplementController {

    private final SupplementDesk supplements;
    private final Uploads uploads;
    private final Desk desk;

    SupplementController(SupplementDesk supplements, Uploads uploads, Desk desk) {
        this.supplements = supplements;
        this.uploads = uploads;
        this.desk = desk;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String publicId, Person person, Locale locale, HttpServletRequest request) {
        var open = supplements.open(publicId, person);
        return shown(supplements.recall(open, request.getRequestURI(), person), List.of(), locale);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String publicId,
            @RequestParam MultiValueMap<String, String> posted,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        var pressed = new Pressed(posted);
        var kept = supplements.keep(
                supplements.open(publicId, pressed, person, locale), pressed, PageController.files(request), person);
        var refused = kept.errors();
        if (refused.isEmpty() && kept.draft().form().rows(pressed.filled()).isPresent()) {
            return redirect(kept.draft().address() + "/lists/" + pressed.filled());
        }
        if (refused.isEmpty()
                && (pressed.later() || pressed.again() || !pressed.discarded().isEmpty())) {
            return redirect(
                    pressed.later()
                            ? "/requests/" + publicId
                            : kept.draft().address()
                                    + pressed.anchor(kept.draft().typed()));
        }
        if (refused.isEmpty()) {
            var done = desk.answer(publicId, person, kept.draft().typed());
            return done instanceof Completion.Incomplete incomplete
                    ? refused(kept.draft(), incomplete.errors(), locale)
                    : redirect("/requests/" + publicId);
        }
        return refused(kept.draft(), refused, locale);
    }

    /** Reached by somebody whose session ended while a file was on its way. */
    @GetMapping("/files/{field}")
    ModelAndView afterUpload(@PathVariable String publicId, Person person, HttpServletRequest request) {
        var open = supplements.open(publicId, person);
        supplements.recall(open, request.getRequestURI(), person);
        return redirect(open.address());
    }

    @PostMapping("/files/{field}")
    ModelAndView upload(
            @PathVariable String publicId,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> posted,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        var files = PageController.files(request);
        var kept = supplements.keep(supplements.open(publicId, person), new Pressed(posted), files, person);
        var errors = new ArrayList<>(kept.errors());
        if (uploads.none(field, files)) {
            errors.add(new FieldError(field, "upload.none"));
        }
        return errors.isEmpty()
                ? redirect(kept.draft().address() + "#" + field)
                : refused(kept.draft(), errors, locale);
    }

    private ModelAndView refused(OpenSupplement open, List<FieldError> errors, Locale locale) {
        var view = shown(open, errors, locale);
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private ModelAndView shown(OpenSupplement open, List<FieldError> errors, Locale locale) {
        return new ModelAndView("portal/supplement")
                .addObject("page", supplements.view(open, errors, locale))
                .addObject("filesAt", open.address() + "/files")
                .addObject("listsAt", open.address() + "/lists")
                .addObject("languageForm", "supplement");
    }

    private static ModelAndView redirect(String address) {
        return new ModelAndView("redirect:" + address);
    }
}
