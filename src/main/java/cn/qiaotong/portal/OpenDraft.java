package cn.qiaotong.portal;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Invalid;
import cn.qiaotong.form.Page;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Valid;
import cn.qiaotong.request.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A draft beside the form it fills: which pages it has, what is left to do, and where the way goes on. */
record OpenDraft(Draft draft, PublicService service, CheckContext context) {

    Form form() {
        return service.current().apply();
    }

    Typed typed() {
        return draft.typed();
    }

    public String address() {
        return "/drafts/" + draft.publicId();
    }

    String address(Page page) {
        return address() + "/pages/" + page.key();
    }

    /** What may be done about its service now, as it stands in message keys. */
    String offer() {
        return service.offer(context.today()).name().toLowerCase(Locale.ROOT);
    }

    /** The pages that ask something, given what was typed. */
    List<Page> pages() {
        var shown = form().visible(typed(), context);
        return form().pages(typed(), context).stream()
                .filter(page -> page.fields().isEmpty()
                        || page.fields().stream().anyMatch(field -> shown.contains(field.key())))
                .toList();
    }

    Optional<Page> page(String key) {
        return pages().stream().filter(page -> page.key().equals(key)).findFirst();
    }

    boolean done(Page page) {
        return form().check(page, typed(), context) instanceof Valid;
    }

    public boolean complete() {
        return form().check(typed(), context) instanceof Valid;
    }

    /** What is wrong on a page, without the fields that its last post has only just brought into view. */
    List<FieldError> errors(Page page, Set<String> justShown) {
        return form().check(page, typed(), context) instanceof Invalid invalid
                ? invalid.errors().stream()
                        .filter(error -> !justShown.contains(error.key()))
                        .toList()
                : List.of();
    }

    /** The fields of a page that show now and did not before. */
    Set<String> justShown(Page page, OpenDraft before) {
        var then = before.form().visible(before.typed(), context);
        var now = form().visible(typed(), context);
        return page.fields().stream()
                .map(Field::key)
                .filter(key -> now.contains(key) && !then.contains(key))
                .collect(Collectors.toSet());
    }

    /** Where the way goes on after a page: the next one, or, for who came to change one answer, whatever is still open. */
    String after(Page page, boolean changing) {
        var rest = changing
                ? pages().stream().filter(each -> !done(each)).toList()
                : pages().stream()
                        .dropWhile(each -> !each.key().equals(page.key()))
                        .skip(1)
                        .toList();
        return rest.stream().findFirst().map(this::address).orElse(address() + "/check");
    }

    /** Where the way goes back before a page. */
    String before(Page page) {
        return pages().stream()
                .takeWhile(each -> !each.key().equals(page.key()))
                .reduce((first, last) -> last)
                .map(this::address)
                .orElse(address());
    }

    /** The answers of every page that is done. */
    Answers answers() {
        return pages().stream()
                .map(page -> form().check(page, typed(), context))
                .map(checked -> checked instanceof Valid valid ? valid.answers() : Answers.of(java.util.Map.of()))
                .reduce(Answers.of(java.util.Map.of()), Answers::with);
    }

    OpenDraft with(Draft changed) {
        return new OpenDraft(changed, service, context);
    }
}
