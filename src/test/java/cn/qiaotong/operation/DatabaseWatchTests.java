package cn.qiaotong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the database answers, and with our time. */
class DatabaseWatchTests {

    private final Clock clock = Clock.systemUTC();

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfTheSameTimeIsGood(Database kind) {
        var watch = new DatabaseWatch(kind.empty(), clock);

        assertThat(watch.answers()).isTrue();
        assertThat(watch.wrongTime()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherTimeIsTold(Database kind) {
        var database = kind.empty();

        assertThat(apart(database, Duration.ofHours(1))).startsWith("The clock of this machine is 3");
        assertThat(apart(database, Duration.ofHours(-1)))
                .matches("The clock of this machine is 3\\d{3} seconds away from the database's: let both follow a time"
                        + " server\\.");
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsAwayIsNoAnswer(Database kind) {
        var database = (HikariDataSource) kind.empty();
        var watch = new DatabaseWatch(database, clock);

        database.close();

        assertThat(watch.answers()).isFalse();
    }

    private String apart(DataSource database, Duration offset) {
        return new DatabaseWatch(database, Clock.offset(clock, offset))
                .wrongTime()
                .orElseThrow();
    }
}
