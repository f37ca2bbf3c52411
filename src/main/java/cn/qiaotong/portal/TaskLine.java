package cn.qiaotong.portal;

import cn.qiaotong.form.Words;
import java.util.List;

/** A line of a draft's task list: a page, where it is, and whether everything on it is there. */
record TaskLine(String key, String title, String address, boolean done) {

    static List<TaskLine> of(OpenDraft open, Words words) {
        return open.pages().stream()
                .map(page -> new TaskLine(
                        page.key(),
                        words.find(page.key() + ".label").orElse(page.label()),
                        open.address(page),
                        open.done(page)))
                .toList();
    }
}
