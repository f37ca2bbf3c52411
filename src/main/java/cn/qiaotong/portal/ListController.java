package cn.qiaotong.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.identity.Person;
import cn.qiaotong.portal.ListDesk.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a list is filled from a spreadsheet, for a draft and for an answer to a supplement notice alike. */
@Controller
@RequestMapping({"/drafts/{publicId}/lists/{list}", "/requests/{publicId}/supplement/lists/{list}"})
class ListController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String FILE = "sheet";

    private final ListDesk desk;

    ListController(ListDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable String publicId,
            @PathVariable String list,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        return shown(open(publicId, list, person, request), Optional.empty(), locale);
    }

    @GetMapping("/template")
    ResponseEntity<byte[]> template(
            @PathVariable String publicId,
            @PathVariable String list,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        var open = open(publicId, list, person, request);
        var name = open.rows().label(open.words().apply(locale)).replaceAll("[^\\p{L}\\p{N} _()-]", " ") + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .body(desk.template(open, locale));
    }

    @PostMapping
    ModelAndView read(
            @PathVariable String publicId,
            @PathVariable String list,
            Person person,
            Locale locale,
            HttpServletRequest request) {
        var open = open(publicId, list, person, request);
        var file = Optional.ofNullable(PageController.files(request).getFirst(FILE))
                .filter(each -> !each.isEmpty()
                        || !String.valueOf(each.getOriginalFilename()).isEmpty());
        var refused = desk.read(open, file, locale);
        if (refused.isPresent()) {
            var view = shown(open, refused, locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
        var now = open(publicId, list, person, request);
        return redirect(now.reading(locale).isPresent() ? now.address() : now.place());
    }

    @PostMapping("/good")
    ModelAndView takeGood(
            @PathVariable String publicId, @PathVariable String list, Person person, HttpServletRequest request) {
        var open = open(publicId, list, person, request);
        desk.take(open);
        return redirect(open.place());
    }

    private OpenList open(String publicId, String list, Person person, HttpServletRequest request) {
        return request.getRequestURI().startsWith("/drafts/")
                ? desk.ofDraft(publicId, list, person)
                : desk.ofSupplement(publicId, list, person);
    }

    private static ModelAndView shown(OpenList open, Optional<Refused> refused, Locale locale) {
        var words = open.words().apply(locale);
        return new ModelAndView("portal/sheet")
                .addObject("list", open)
                .addObject("label", open.rows().label(words))
                .addObject("count", open.rows().count(open.typed()))
                .addObject(
                        "reading",
                        refused.isPresent() ? null : open.reading(locale).orElse(null))
                .addObject("refused", refused.orElse(null))
                .addObject("serviceTitle", words.find("title").orElse(""));
    }

    private static ModelAndView redirect(String address) {
        return new ModelAndView("redirect:" + address);
    }
}
