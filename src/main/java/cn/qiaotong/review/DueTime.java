package cn.qiaotong.review;

import java.time.LocalDate;
import java.util.Optional;

/** A promised time as people speak of it: its last day, and how many working days are left or gone. */
record DueTime(Optional<LocalDate> lastDay, Kind kind, int days) {

    /** Which words fit; the end of a message key. */
    enum Kind {
        none,
        left,
        today,
        late,
        dated
    }

    public boolean overdue() {
        return kind == Kind.late;
    }

    public String tag() {
        return switch (kind) {
            case late -> "tag-overdue";
            case today -> "tag-waiting";
            default -> "tag-quiet";
        };
    }
}
