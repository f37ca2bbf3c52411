package cn.qiaotong.policy;

import cn.qiaotong.column.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The changes of rules that nobody has been told of yet. They are written down with the rows, while nobody listens, and
 * told when the program is up, each in a transaction of its own: a restart in between tells what is left, and nothing twice.
 */
@Component
class PolicyNews {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    PolicyNews(
            JdbcClient jdbc, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    static void keep(JdbcClient jdbc, String service, Difference difference, Clock clock) {
        jdbc.sql("insert into policy_change (id, service, row_keys, from_day, loaded_at) values (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        service,
                        String.join(",", difference.keys()),
                        difference.from(),
                        Moments.at(clock.instant()))
                .update();
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        var more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> tellNext()));
        }
    }

    private boolean tellNext() {
        var next = next();
        next.ifPresent(changed -> {
            events.publishEvent(changed);
            jdbc.sql("update policy_change set told_at = ? where id = ?")
                    .params(Moments.at(clock.instant()), changed.id())
                    .update();
        });
        return next.isPresent();
    }

    private Optional<PolicyChanged> next() {
        return jdbc.sql(
                        """
                        select * from policy_change where told_at is null
                        order by loaded_at, id fetch first 1 rows only for update skip locked""")
                .query(PolicyNews::read)
                .optional();
    }

    private static PolicyChanged read(ResultSet row, int number) throws SQLException {
        return new PolicyChanged(
                row.getObject("id", UUID.class),
                row.getString("service"),
                Set.of(row.getString("row_keys").split(",")),
                row.getObject("from_day", LocalDate.class));
    }
}
