package cn.qiaotong.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One page of a worklist, the most urgent first, and where the next one begins. */
public record WaitPage(List<Wait> waits, Optional<Position> next) {

    /** The page that begins what was found, which holds one more line than fits where another page follows. */
    static WaitPage of(List<Wait> found, int size) {
        if (found.size() <= size) {
            return new WaitPage(found, Optional.empty());
        }
        var last = found.get(size - 1);
        return new WaitPage(
                found.subList(0, size), Optional.of(new Position(last.due().orElse(WaitRows.NO_DUE), last.id())));
    }

    /** The place after the last line of a page: its due time and id, so that a deep page costs what the first one does. */
    public record Position(Instant due, UUID id) {

        public String format() {
            return due.toEpochMilli() + "_" + id;
        }

        /** Reads what {@link #format} wrote; nothing for anything else. */
        public static Optional<Position> parse(String text) {
            try {
                int at = text.indexOf('_');
                var due = Instant.ofEpochMilli(Long.parseLong(text.substring(0, at)));
                return Optional.of(new Position(due, UUID.fromString(text.substring(at + 1))))
                        .filter(position -> !due.isBefore(Instant.EPOCH) && !due.isAfter(WaitRows.NO_DUE));
            } catch (IllegalArgumentException | IndexOutOfBoundsException notAPosition) {
                return Optional.empty();
            }
        }
    }
}
