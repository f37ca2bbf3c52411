package cn.qiaotong.publicity;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.web.Overtaken;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public's pages: what is to be paid to whom, and objecting to it without a name or an account. */
@Controller
@RequestMapping("/public-notices")
class NoticeController {

    private static final int REASON = 2000;
    private static final int CONTACT = 200;

    private final PublicNotices notices;
    private final Objections objections;
    private final PublicServices services;
    private final MessageSource texts;
    private final Clock clock;

    NoticeController(
            PublicNotices notices, Objections objections, PublicServices services, MessageSource texts, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.services = services;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Locale locale) {
        return new ModelAndView("publicity/notices")
                .addObject(
                        "notices",
                        notices.shown(clock.instant()).stream()
                                .map(notice -> line(notice, locale))
                                .toList());
    }

    @GetMapping("/{publicId}")
    ModelAndView read(
            @PathVariable String publicId, @RequestParam(defaultValue = "false") boolean told, Locale locale) {
        return page(publicId, new Words("", "", false), locale).addObject("told", told);
    }

    @PostMapping("/{publicId}/objections")
    ModelAndView object(
            @PathVariable String publicId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String contact,
            Locale locale) {
        var words = new Words(reason.strip(), contact.strip(), true);
        if (words.wrong()) {
            return again(publicId, words, HttpStatus.UNPROCESSABLE_ENTITY, locale);
        }
        try {
            objections.make(publicId, words.reason(), words.contact());
        } catch (TooManyObjections full) {
            return again(publicId, words, full.status(), locale).addObject("full", full.key());
        } catch (Conflict late) {
            throw new Overtaken(late, said(words, locale));
        }
        return new ModelAndView("redirect:/public-notices/%s?told=true".formatted(publicId));
    }

    private ModelAndView again(String publicId, Words words, HttpStatusCode status, Locale locale) {
        var page = page(publicId, words, locale).addObject("told", false);
        page.setStatus(status);
        return page;
    }

    private Map<String, String> said(Words words, Locale locale) {
        var said = new LinkedHashMap<String, String>();
        said.put(texts.getMessage("publicity.reason.label", null, locale), words.reason());
        said.put(texts.getMessage("publicity.contact.label", null, locale), words.contact());
        said.values().removeIf(String::isEmpty);
        return said;
    }

    private ModelAndView page(String publicId, Words words, Locale locale) {
        var now = clock.instant();
        var notice = notices.shown(publicId, now).orElseThrow(NotFound::new);
        return new ModelAndView("publicity/notice")
                .addObject("line", line(notice, locale))
                .addObject("open", notice.takesObjections(now))
                .addObject("words", words);
    }

    private Line line(PublicNotice notice, Locale locale) {
        return new Line(notice, services.title(notice.service(), locale));
    }

    /** A notice with the name of its service. */
    record Line(PublicNotice notice, String service) {}

    /** What was typed into the form of an objection, and whether it was sent. */
    record Words(String reason, String contact, boolean sent) {

        public boolean noReason() {
            return sent && (reason.isEmpty() || reason.length() > REASON);
        }

        public boolean longContact() {
            return contact.length() > CONTACT;
        }

        boolean wrong() {
            return noReason() || longContact();
        }
    }
}
