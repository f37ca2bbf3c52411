package cn.qiaotong.portal;

import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.interest.InterestView;
import cn.qiaotong.web.NotFound;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The pages that anybody may read: what the desk is, and what each service asks for and promises. */
@Controller
class ServicesController {

    private final Offers offers;
    private final Directory directory;
    private final Catalogue catalogue;
    private final Wizard wizard;
    private final InterestView interest;

    ServicesController(Offers offers, Directory directory, Catalogue catalogue, Wizard wizard, InterestView interest) {
        this.offers = offers;
        this.directory = directory;
        this.catalogue = catalogue;
        this.wizard = wizard;
        this.interest = interest;
    }

    @GetMapping("/")
    String start(Locale locale, Model model) {
        model.addAttribute("services", offers.all(locale));
        return "portal/start";
    }

    @GetMapping("/services")
    String services(Locale locale, Model model) {
        model.addAttribute("services", offers.all(locale));
        return "portal/services";
    }

    @GetMapping("/services/{key}")
    String service(@PathVariable String key, Optional<Person> person, Locale locale, Model model) {
        model.addAttribute("service", offers.page(key, locale));
        model.addAttribute("press", interest.of(offers.service(key), person));
        model.addAttribute("entries", directory.of(offers.service(key), locale));
        model.addAttribute("catalogue", catalogue.of(offers.service(key), locale));
        model.addAttribute("stranger", person.isEmpty());
        model.addAttribute(
                "applicant", person.filter(known -> known.has(Role.APPLICANT)).isPresent());
        return "portal/service";
    }

    @GetMapping("/services/{key}/comparison")
    String comparison(@PathVariable String key, Locale locale, Model model) {
        var entries = directory.of(offers.service(key), locale);
        if (entries.places().isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("service", offers.page(key, locale));
        model.addAttribute("entries", entries);
        return "portal/comparison";
    }

    @PostMapping("/services/{key}/drafts")
    String begin(@PathVariable String key, Person person) {
        return "redirect:/drafts/" + wizard.begin(offers.service(key), person);
    }
}
