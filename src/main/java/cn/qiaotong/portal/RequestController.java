package cn.qiaotong.portal;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Draft;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.section.CaseSections;
import cn.qiaotong.web.Conflict;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A person's own requests: the list, the receipt, how each one stands, and taking it back. */
@Controller
@RequestMapping("/requests")
class RequestController {

    private final Requests requests;
    private final Drafts drafts;
    private final CaseFiles files;
    private final Following following;
    private final PublicServices services;
    private final CaseSections sections;
    private final AnotherBranch another;

    RequestController(
            Requests requests,
            Drafts drafts,
            CaseFiles files,
            Following following,
            PublicServices services,
            CaseSections sections,
            AnotherBranch another) {
        this.another = another;
        this.requests = requests;
        this.drafts = drafts;
        this.files = files;
        this.following = following;
        this.services = services;
        this.sections = sections;
    }

    @GetMapping
    String list(Person person, Locale locale, Model model) {
        model.addAttribute(
                "requests",
                requests.own(person).stream()
                        .map(request -> line(request, locale))
                        .toList());
        model.addAttribute(
                "drafts",
                drafts.of(person).stream().map(draft -> line(draft, locale)).toList());
        return "portal/requests";
    }

    @GetMapping("/{publicId}")
    String follow(@PathVariable String publicId, Person person, Locale locale, Model model) {
        var file = files.own(publicId, person);
        model.addAttribute("page", following.page(file, locale));
        model.addAttribute("parts", sections.of(file, person, locale));
        model.addAttribute("another", another.isOffered(file.request()));
        model.addAttribute("late", another.isLate(file.request()));
        return "portal/request";
    }

    @PostMapping("/{publicId}/another-branch")
    String anotherBranch(@PathVariable String publicId, Person person) {
        return "redirect:/drafts/" + another.begin(publicId, person);
    }

    @GetMapping("/{publicId}/receipt")
    String receipt(@PathVariable String publicId, Person person, Locale locale, Model model) {
        model.addAttribute("line", line(requests.own(publicId, person), locale));
        return "portal/receipt";
    }

    @GetMapping("/{publicId}/withdraw")
    String confirm(@PathVariable String publicId, Person person, Locale locale, Model model) {
        var request = requests.own(publicId, person);
        if (!request.mayBeWithdrawn()) {
            throw new Conflict("request.withdraw.late");
        }
        model.addAttribute("line", line(request, locale));
        return "portal/withdraw";
    }

    @PostMapping("/{publicId}/withdraw")
    String withdraw(@PathVariable String publicId, Person person) {
        requests.withdraw(publicId, person);
        return "redirect:/requests/" + publicId;
    }

    private RequestLine line(Request request, Locale locale) {
        return following.line(request, locale);
    }

    private DraftLine line(Draft draft, Locale locale) {
        return new DraftLine(
                draft,
                services.find(draft.service())
                        .map(service -> service.words(locale).title())
                        .orElse(draft.service()));
    }

    /** A request in a list or on a receipt. */
    record RequestLine(Request request, String service, FollowPage.Now now) {}

    /** A draft in a list. */
    record DraftLine(Draft draft, String service) {}
}
