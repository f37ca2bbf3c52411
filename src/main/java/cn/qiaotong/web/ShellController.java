package cn.qiaotong.web;

import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that belong to no service: help, the reader's own account, and the two choices that every page offers. */
@Controller
class ShellController {

    private final People people;
    private final PageLocale locale;
    private final ObjectProvider<AccountPart> parts;

    ShellController(People people, PageLocale locale, ObjectProvider<AccountPart> parts) {
        this.people = people;
        this.locale = locale;
        this.parts = parts;
    }

    @GetMapping("/help")
    String help() {
        return "web/help";
    }

    @GetMapping("/account")
    String account(Person person, Model model) {
        model.addAttribute("person", person);
        model.addAttribute(
                "roles", person.roles().stream().map(Role::key).sorted().toList());
        model.addAttribute("languages", Language.values());
        model.addAttribute(
                "spoken",
                person.language().map(Language::of).orElseGet(() -> Language.of(LocaleContextHolder.getLocale())));
        model.addAttribute(
                "parts",
                parts.orderedStream()
                        .map(part -> new Part(part.template(), part.content(person, LocaleContextHolder.getLocale())))
                        .toList());
        return "web/account";
    }

    /** The language of letters and mails; the page follows at once, because every form's choice is taken on arrival. */
    @PostMapping("/account/language")
    String speak(Person person, HttpServletRequest request) {
        people.speaks(person.account(), locale.resolveLocale(request));
        return "redirect:/account";
    }

    /** Asked for by a page that stays open, so that the session does not end while somebody is typing. */
    @GetMapping("/account/stay")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/language")
    ResponseEntity<Void> chosen(@RequestParam Optional<String> to) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", to.flatMap(LocalPath::of).orElse("/"))
                .build();
    }

    /** A module's part of the account page, filled for its reader. */
    record Part(String template, Object content) {}
}
