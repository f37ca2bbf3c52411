package cn.qiaotong.notification;

import cn.qiaotong.identity.Person;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox of whoever is signed in. */
@Controller
class InboxController {

    private static final String UNREAD = "unread";

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/inbox")
    String inbox(
            @RequestParam(defaultValue = "all") String show,
            @RequestParam Optional<String> after,
            Person person,
            Locale locale,
            Model model) {
        var place = after.flatMap(InboxPage.Position::parse);
        var page = inbox.of(person, show.equals(UNREAD), place, locale);
        model.addAttribute("unreadOnly", show.equals(UNREAD));
        model.addAttribute("unread", inbox.unread(person));
        model.addAttribute("lines", page.lines());
        model.addAttribute("later", place.isPresent());
        model.addAttribute("next", page.next().map(InboxPage.Position::format).orElse(""));
        return "notification/inbox";
    }

    @PostMapping("/inbox/{id}/read")
    ResponseEntity<Void> read(@PathVariable UUID id, @RequestParam(defaultValue = "all") String show, Person person) {
        inbox.read(id, person);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", show.equals(UNREAD) ? "/inbox?show=unread" : "/inbox")
                .build();
    }
}
