package cn.qiaotong.portal;

import cn.qiaotong.form.Form;
import cn.qiaotong.form.Page;
import cn.qiaotong.form.Typed;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** What a form sent: the fields of its page, and which of its buttons was pressed. */
record Pressed(MultiValueMap<String, String> posted) {

    private static final List<String> EDITS = List.of("form.add", "form.remove");

    /** To go on another day, or to read the page in another language or size. */
    boolean later() {
        return posted.containsKey("form.save");
    }

    boolean again() {
        return posted.containsKey("language") || EDITS.stream().anyMatch(posted::containsKey);
    }

    /** The stored file to take away, as {@code field#document}; empty for any other button. */
    String discarded() {
        return posted.getOrDefault("form.discard", List.of("")).get(0);
    }

    /** The draft with these pages' fields as they were sent, and with an item more or less where that was asked for. */
    Typed over(Typed draft, Form form, List<Page> pages) {
        var sent = Typed.of(posted);
        var filled = pages.stream().reduce(draft, (typed, page) -> form.posted(page, typed, sent), (a, b) -> b);
        for (var edit : EDITS) {
            filled = posted.containsKey(edit) ? filled.with(edit, posted.get(edit)) : filled;
        }
        return form.edited(filled).orElse(filled);
    }
}
