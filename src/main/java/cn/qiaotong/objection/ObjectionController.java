package cn.qiaotong.objection;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.Overtaken;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The applicant's page of an objection: making it, and how it stands. */
@Controller
@RequestMapping("/requests/{publicId}/objection")
class ObjectionController {

    private static final int LENGTH = 2000;

    private final RequestObjections objections;
    private final ObjectionRows rows;
    private final ObjectionViews views;
    private final Requests requests;
    private final MessageSource texts;

    ObjectionController(
            RequestObjections objections,
            ObjectionRows rows,
            ObjectionViews views,
            Requests requests,
            MessageSource texts) {
        this.objections = objections;
        this.rows = rows;
        this.views = views;
        this.requests = requests;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView read(@PathVariable String publicId, Person person, Locale locale) {
        var request = requests.own(publicId, person);
        var made = objections.of(request);
        if (made.isEmpty()) {
            objections.refusal(request).ifPresent(reason -> {
                throw new Conflict(reason);
            });
        }
        return page(request, made.map(rows::text).orElse(""), locale);
    }

    @PostMapping
    ModelAndView make(
            @PathVariable String publicId, @RequestParam(defaultValue = "") String text, Person person, Locale locale) {
        var request = requests.own(publicId, person);
        var said = text.replace("\r\n", "\n").strip();
        try {
            if (said.isEmpty() || said.length() > LENGTH) {
                return again(request, said, locale);
            }
            objections.make(publicId, said, person);
        } catch (Conflict late) {
            throw new Overtaken(late, Map.of(texts.getMessage("objection.text.label", null, locale), said));
        }
        return new ModelAndView("redirect:/requests/%s/objection".formatted(publicId));
    }

    private ModelAndView again(Request request, String said, Locale locale) {
        objections.refusal(request).ifPresent(reason -> {
            throw new Conflict(reason);
        });
        var page = page(request, said, locale).addObject("wrong", true);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Request request, String text, Locale locale) {
        return new ModelAndView("objection/objection")
                .addObject("view", views.of(request, locale))
                .addObject("text", text)
                .addObject("wrong", false);
    }
}
