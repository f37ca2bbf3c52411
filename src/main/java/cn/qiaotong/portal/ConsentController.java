package cn.qiaotong.portal;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.NotFound;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Taking back one consent, once the page has said what follows from it. */
@Controller
@RequestMapping("/requests/{publicId}/consents/{consent}")
class ConsentController {

    private final Requests requests;
    private final CaseFiles files;
    private final Following following;

    ConsentController(Requests requests, CaseFiles files, Following following) {
        this.requests = requests;
        this.files = files;
        this.following = following;
    }

    @GetMapping
    String confirm(
            @PathVariable String publicId, @PathVariable UUID consent, Person person, Locale locale, Model model) {
        var file = files.own(publicId, person);
        var given = file.consents().stream()
                .filter(each -> each.id().equals(consent) && each.live())
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("line", following.line(file.request(), locale));
        model.addAttribute("consent", given);
        model.addAttribute("effect", requests.effectOf(file.request(), given).key());
        return "portal/consent-withdraw";
    }

    @PostMapping
    String withdraw(@PathVariable String publicId, @PathVariable UUID consent, Person person) {
        requests.withdrawConsent(publicId, consent, person);
        return "redirect:/requests/" + publicId;
    }
}
