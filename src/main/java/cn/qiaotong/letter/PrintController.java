package cn.qiaotong.letter;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.web.NotFound;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages that the owner of a request prints; what cannot be read yet looks like what is not there. */
@Controller
@RequestMapping("/requests/{publicId}")
class PrintController {

    private final CaseFiles files;
    private final Printables printables;

    PrintController(CaseFiles files, Printables printables) {
        this.files = files;
        this.printables = printables;
    }

    @GetMapping("/letters/{element}")
    ModelAndView letter(@PathVariable String publicId, @PathVariable String element, Person person, Locale locale) {
        return page(
                printables.letter(files.own(publicId, person), element, locale).orElseThrow(NotFound::new));
    }

    @GetMapping("/sheet")
    ModelAndView sheet(@PathVariable String publicId, Person person, Locale locale) {
        return page(printables.sheet(files.own(publicId, person), locale).orElseThrow(NotFound::new));
    }

    private static ModelAndView page(Printable printable) {
        return new ModelAndView("letter/page", "page", printable);
    }
}
