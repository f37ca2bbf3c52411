package cn.qiaotong.interest;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.Forbidden;
import cn.qiaotong.web.NotFound;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The presses that begin and end an interest. A stranger's press waits in the session until they have signed in; the link
 * of a mail shows what it would end, and only its button ends it.
 */
@Controller
class InterestController {

    private static final String PRESSED = "interest";

    private final Interests interests;
    private final PublicServices services;

    InterestController(Interests interests, PublicServices services) {
        this.interests = interests;
        this.services = services;
    }

    @PostMapping("/services/{key}/interest")
    String ask(@PathVariable String key, Optional<Person> person, HttpSession session) {
        var service = service(key);
        if (person.isEmpty()) {
            session.setAttribute(PRESSED, key);
            return "redirect:/sign-in?to=/services/%s/interest".formatted(key);
        }
        return asked(service, person.get());
    }

    /** Where somebody arrives who pressed before signing in: the press is carried out, once. */
    @GetMapping("/services/{key}/interest")
    String arrive(@PathVariable String key, Optional<Person> person, HttpSession session) {
        var service = service(key);
        if (person.isPresent() && key.equals(session.getAttribute(PRESSED))) {
            session.removeAttribute(PRESSED);
            return asked(service, person.get());
        }
        return "redirect:/services/" + key;
    }

    @PostMapping("/account/interest/{key}/stop")
    String stop(@PathVariable String key, Person person) {
        interests.stop(key, person);
        return "redirect:/account";
    }

    @GetMapping("/interest/stop/{stopKey}")
    String confirm(@PathVariable String stopKey, Locale locale, Model model) {
        var interest = interests.byStopKey(stopKey);
        model.addAttribute("interest", interest);
        model.addAttribute("service", services.title(interest.service(), locale));
        return "interest/stop";
    }

    @PostMapping("/interest/stop/{stopKey}")
    String stop(@PathVariable String stopKey) {
        interests.stop(interests.byStopKey(stopKey));
        return "redirect:/interest/stop/" + stopKey;
    }

    private String asked(PublicService service, Person person) {
        if (!person.has(Role.APPLICANT)) {
            throw new Forbidden("interest.staff");
        }
        interests.ask(service, person);
        return "redirect:/services/" + service.key();
    }

    private PublicService service(String key) {
        return services.find(key).orElseThrow(NotFound::new);
    }
}
