package cn.qiaotong.review;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.section.CaseSections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A case to read, for people whose organisation deals with it, whether or not a task of theirs is open. */
@Controller
class CaseController {

    private final CaseFiles files;
    private final CaseViews views;
    private final CaseSections sections;

    CaseController(CaseFiles files, CaseViews views, CaseSections sections) {
        this.files = files;
        this.views = views;
        this.sections = sections;
    }

    @GetMapping("/review/{publicId}")
    ModelAndView read(@PathVariable String publicId, Person person, Locale locale) {
        return page(files.asStaff(publicId, person), person, false, locale);
    }

    @PostMapping("/review/{publicId}/reveal")
    ModelAndView reveal(
            @PathVariable String publicId, @RequestParam Optional<String> reason, Person person, Locale locale) {
        var given = reason.flatMap(RevealReason::of);
        if (given.isEmpty()) {
            var page =
                    page(files.asStaff(publicId, person), person, false, locale).addObject("unreasoned", true);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return page(files.revealed(publicId, person, given.get().key()), person, true, locale);
    }

    private ModelAndView page(CaseFile file, Person person, boolean revealed, Locale locale) {
        return new ModelAndView("review/case")
                .addObject("file", views.of(file, person, revealed, locale))
                .addObject("parts", sections.of(file, person, locale))
                .addObject("reasons", RevealReason.values())
                .addObject("unreasoned", false)
                .addObject(
                        "reveal", "/review/%s/reveal".formatted(file.request().publicId()));
    }
}
