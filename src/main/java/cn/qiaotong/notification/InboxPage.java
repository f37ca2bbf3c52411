package cn.qiaotong.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One page of somebody's inbox, and the place after its last line where another page follows. */
record InboxPage(List<InboxLine> lines, Optional<Position> next) {

    /** The place after a line, so that a deep page costs what the first one does and a new notice moves nothing. */
    record Position(boolean read, Instant at, long outbox) {

        private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

        static Position after(Notice notice) {
            return new Position(notice.readAt().isPresent(), notice.createdAt(), notice.outbox());
        }

        public String format() {
            return "%d_%d_%d".formatted(read ? 1 : 0, ChronoUnit.MICROS.between(Instant.EPOCH, at), outbox);
        }

        /** Reads what {@link #format} wrote; nothing for anything else. */
        static Optional<Position> parse(String text) {
            try {
                var parts = text.split("_", 3);
                var at = Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
                return Optional.of(new Position(parts[0].equals("1"), at, Long.parseLong(parts[2])))
                        .filter(position -> !at.isBefore(Instant.EPOCH) && at.isBefore(LATEST));
            } catch (NumberFormatException | ArithmeticException | DateTimeException | IndexOutOfBoundsException no) {
                return Optional.empty();
            }
        }
    }
}
