package cn.qiaotong.portal;

import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.FormView;
import cn.qiaotong.form.Page;
import cn.qiaotong.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** The question pages of a draft, and the files that belong to their fields. */
@Controller
@RequestMapping("/drafts/{publicId}/pages/{key}")
class PageController {

    private final Wizard wizard;
    private final Uploads uploads;

    PageController(Wizard wizard, Uploads uploads) {
        this.wizard = wizard;
        this.uploads = uploads;
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable String publicId,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String from,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        var open = wizard.open(publicId, person);
        var page = Wizard.page(open, key);
        var now = wizard.recall(open, page, request.getRequestURI(), person);
        return now.page(key).isPresent()
                ? shown(now, page, List.of(), changing(from), locale)
                : redirect(now.address());
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String publicId,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String from,
            @RequestParam MultiValueMap<String, String> posted,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        var before = wizard.open(publicId, person);
        var page = Wizard.page(before, key);
        var pressed = new Pressed(posted);
        var kept = wizard.discard(wizard.keep(before, page, pressed, person), pressed.discarded(), person);
        var received = wizard.receive(kept, page, files(request), person);
        return next(before, received, page, pressed, changing(from), locale);
    }

    /** Reached by somebody whose session ended while a file was on its way: the words are kept, the file is not. */
    @GetMapping("/files/{field}")
    ModelAndView afterUpload(
            @PathVariable String publicId, @PathVariable String key, Person person, HttpServletRequest request) {
        var open = wizard.open(publicId, person);
        var page = Wizard.page(open, key);
        wizard.recall(open, page, request.getRequestURI(), person);
        return redirect(open.address(page));
    }

    @PostMapping("/files/{field}")
    ModelAndView upload(
            @PathVariable String publicId,
            @PathVariable String key,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String from,
            @RequestParam MultiValueMap<String, String> posted,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        var before = wizard.open(publicId, person);
        var page = Wizard.page(before, key);
        var kept = wizard.keep(before, page, new Pressed(posted), person);
        var received = wizard.receive(kept, page, files(request), person);
        var errors = new ArrayList<>(received.taken().errors());
        if (uploads.none(field, files(request))) {
            errors.add(new FieldError(field, "upload.none"));
        }
        return errors.isEmpty()
                ? redirect(address(received.draft(), page, changing(from)) + "#" + field)
                : refused(received.draft(), page, errors, changing(from), locale);
    }

    private ModelAndView next(
            OpenDraft before, Wizard.Received received, Page page, Pressed pressed, boolean change, Locale locale) {
        var now = received.draft();
        var refused = received.taken().errors();
        if (refused.isEmpty() && pressed.later()) {
            return redirect(now.address());
        }
        if (refused.isEmpty() && now.form().rows(pressed.filled()).isPresent()) {
            return redirect(now.address() + "/lists/" + pressed.filled());
        }
        if (refused.isEmpty() && (pressed.again() || !pressed.discarded().isEmpty())) {
            return redirect(address(now, page, change) + pressed.anchor(now.typed()));
        }
        var justShown = now.justShown(page, before);
        var errors = refused.isEmpty() ? now.errors(page, justShown) : refused;
        if (!errors.isEmpty()) {
            return refused(now, page, errors, change, locale);
        }
        return redirect(justShown.isEmpty() ? now.after(page, change) : address(now, page, change));
    }

    private ModelAndView refused(OpenDraft open, Page page, List<FieldError> errors, boolean change, Locale locale) {
        var view = shown(open, page, errors, change, locale);
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private ModelAndView shown(OpenDraft open, Page page, List<FieldError> errors, boolean change, Locale locale) {
        var words = open.service().words(locale);
        var form = FormView.of(open.form(), open.typed(), open.context(), words)
                .files(uploads.of(open.draft().id()));
        var title = words.find(page.key() + ".label").orElse(page.label());
        var view = PageView.of(open, page, form, errors, title, change);
        return new ModelAndView("portal/page")
                .addObject("page", view)
                .addObject("serviceTitle", words.title())
                .addObject("serviceKey", open.service().key())
                .addObject("filesAt", view.files())
                .addObject("listsAt", open.address() + "/lists")
                .addObject("languageForm", "page");
    }

    private static String address(OpenDraft open, Page page, boolean change) {
        return open.address(page) + (change ? "?from=check" : "");
    }

    private static boolean changing(String from) {
        return from.equals("check");
    }

    static MultiValueMap<String, MultipartFile> files(HttpServletRequest request) {
        var multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
        return multipart == null ? new LinkedMultiValueMap<>() : multipart.getMultiFileMap();
    }

    private static ModelAndView redirect(String address) {
        return new ModelAndView("redirect:" + address);
    }
}
