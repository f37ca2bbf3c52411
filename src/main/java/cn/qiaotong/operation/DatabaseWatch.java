package cn.qiaotong.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, and with the time that this machine has. Deadlines and the locks of jobs are dated by each
 * node for itself, so a node whose clock is wrong would remind early and take work from the others.
 */
@Component
class DatabaseWatch {

    private static final Duration MOST = Duration.ofSeconds(2);
    private static final int PATIENCE = 2;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DatabaseWatch(DataSource database, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.clock = clock;
        jdbc.setQueryTimeout(PATIENCE);
    }

    boolean answers() {
        try {
            return jdbc.queryForObject("select 1", Integer.class) == 1;
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** A sentence if this machine's time is not the database's. */
    Optional<String> wrongTime() {
        var before = clock.instant();
        var there = jdbc.queryForObject("select current_timestamp", OffsetDateTime.class)
                .toInstant();
        var apart = there.isBefore(before) ? Duration.between(there, before) : Duration.between(clock.instant(), there);
        return apart.compareTo(MOST) <= 0
                ? Optional.empty()
                : Optional.of(
                        "The clock of this machine is %d seconds away from the database's: let both follow a time server."
                                .formatted(apart.toSeconds()));
    }
}
