package cn.qiaotong.portal;

import cn.qiaotong.form.Form;
import cn.qiaotong.form.Page;
import cn.qiaotong.form.Typed;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** What a form sent: the fields of its page, and which of its buttons was pressed. */
record Pressed(MultiValueMap<String, String> posted) {

    private static final List<String> EDITS = List.of("form.add", "form.remove", "form.restore");

    /** To go on another day, or to read the page in another language or size. */
    boolean later() {
        return posted.containsKey("form.save");
    }

    boolean again() {
        return posted.containsKey("language") || EDITS.stream().anyMatch(posted::containsKey);
    }

    /** The list to fill from a spreadsheet; empty for any other button. */
    String filled() {
        return first("form.fill");
    }

    /** Where a page goes on that was sent to add an item to a list or to take one out of it. */
    String anchor(Typed now) {
        var added = first("form.add");
        var list = EDITS.stream()
                .map(this::first)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        if (list.isEmpty()) {
            return "";
        }
        return added.isEmpty() ? "#" + list.split("\\.")[0] : "#%s-%d".formatted(added, now.items(added) - 1);
    }

    /** The stored file to take away, as {@code field#document}; empty for any other button. */
    String discarded() {
        return first("form.discard");
    }

    private String first(String button) {
        return posted.getOrDefault(button, List.of("")).get(0);
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
