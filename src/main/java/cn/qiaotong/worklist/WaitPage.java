package cn.qiaotong.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One page of a worklist, the most urgent first, and where the next one begins. */
public record WaitPage(List<Wait> waits, Optional<Position> next) {

    /** The place after the last line of a page: its due time and id, so that a deep page costs what the first one does. */
    public record Position(Instant due, UUID id) {

        public String format() {
            return due.toEpochMilli() + "_" + id;
        }

        /** Reads what {@link #format} wrote; nothing for anything else. */
        public static Optional<Position> parse(String text) {
            try {
                int at = text.indexOf('_');
                return Optional.of(new Position(
                        Instant.ofEpochMilli(Long.parseLong(text.substring(0, at))),
                        UUID.fromString(text.substring(at + 1))));
            } catch (IllegalArgumentException | IndexOutOfBoundsException notAPosition) {
                return Optional.empty();
            }
        }
    }
}
