package cn.qiaotong.review;

import cn.qiaotong.form.AnswersView;
import cn.qiaotong.form.Shown;
import java.time.Instant;
import java.util.List;

/** What has happened with a case, as far as the reader's organisation may know it. */
record History(List<Stage> stages, List<Decided> decisions, List<Notice> notices, List<Agreed> consents) {

    /** One wait. Who held or closed it is empty where that is another organisation's matter. */
    record Stage(
            String title,
            String organisation,
            Instant openedAt,
            Instant closedAt,
            String who,
            DueTime due,
            String state) {}

    /** One decision of the reader's own organisation, with its notes. */
    record Decided(String title, String role, String who, Instant at, AnswersView answers) {}

    /** One notice that asked for more: who asked, on which ground a second time, and what became of it. */
    record Notice(
            Instant askedAt, String organisation, String ground, String state, Instant answeredAt, List<Item> items) {}

    /** One thing asked for, why, and the answer as it stands now. */
    record Item(String label, String reason, List<Shown> now) {}

    /** One consent in the words that were read. The recipient is empty where the consent names none. */
    record Agreed(String wording, String language, String recipient, Instant givenAt, Instant withdrawnAt) {}
}
