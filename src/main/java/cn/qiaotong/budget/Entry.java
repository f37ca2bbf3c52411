package cn.qiaotong.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One row of the ledger, never changed; rows of a line and year are numbered from 1 without a gap. */
public record Entry(
        long seq, Movement movement, Optional<UUID> claim, BigDecimal amount, Instant at, Optional<UUID> account) {

    /** The amount as it moves that number, with its sign. */
    public BigDecimal in(Figure figure) {
        return amount.multiply(BigDecimal.valueOf(movement.effect(figure)));
    }
}
