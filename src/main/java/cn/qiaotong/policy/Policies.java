package cn.qiaotong.policy;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All policy rows, past, present and future. Asking for a day gives what was in force then; what a request froze can always
 * be read again, superseded or not.
 */
@Component
public final class Policies {

    /** The folder whose rows every service sees. */
    public static final String SHARED = "shared";

    private static final int WARNING_DAYS = 60;
    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final PolicyRows rows;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate separate;

    Policies(JdbcClient jdbc, AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new PolicyRows(jdbc);
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.separate = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Reads a folder's policies.yaml; the first mistake is refused with the file, the row and the fix. */
    public static List<PolicyRow> read(String resource, InputStream yaml) throws PolicyInvalid {
        return PolicyFile.read(resource, yaml);
    }

    /** The rows in force on that day, of the service and of the shared folder. */
    public PolicyValues on(String service, LocalDate day) {
        return new PolicyValues(day, rows.inForce(List.of(service, SHARED), day));
    }

    /** Every row of that kind, of whatever folder, that has been in force by that day: those that ended, too. */
    public List<PolicyRow> begun(String kind, LocalDate day) {
        return rows.begun(kind, day);
    }

    /**
     * The rows that end within 60 days of that day, or ended no longer ago, and that no row of the same folder and key
     * follows on the next day; the first to end first.
     */
    public List<Ending> endings(LocalDate day) {
        return Ending.among(
                rows.endingBetween(day.minusDays(WARNING_DAYS), day.plusDays(WARNING_DAYS)), day, WARNING_DAYS);
    }

    /** The rows with these ids, as they were; their day is the first on which all of them were in force. */
    public PolicyValues frozen(Collection<UUID> rowIds) {
        var frozen = rows.byIds(rowIds);
        if (frozen.size() < rowIds.size()) {
            throw new IllegalArgumentException(
                    "%d of the frozen policy rows are not on record.".formatted(rowIds.size() - frozen.size()));
        }
        var day = frozen.stream().map(PolicyRow::from).max(Comparator.naturalOrder());
        return new PolicyValues(day.orElse(LocalDate.EPOCH), frozen);
    }

    /** Makes a folder's rows those in force: adds the new, supersedes those gone, leaves the unchanged with their ids. */
    public void load(String service, List<PolicyRow> folder) {
        begin(service);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select service from policy_folder where service = ? for update")
                    .param(service)
                    .query(String.class)
                    .single();
            var stored = rows.current(service);
            if (rows.any(service)) {
                Difference.between(stored, folder, LocalDate.now(clock.withZone(DESK)))
                        .ifPresent(difference -> PolicyNews.keep(jdbc, service, difference, clock));
            }
            change(service, byContent(folder), byContent(stored));
        });
    }

    private void change(String service, Map<String, PolicyRow> folder, Map<String, PolicyRow> stored) {
        var now = clock.instant();
        stored.forEach((content, row) -> {
            if (!folder.containsKey(content)) {
                rows.supersede(row, RowReader.RELEASE, now);
                record("policy.superseded", row);
            }
        });
        folder.forEach((content, row) -> {
            if (!stored.containsKey(content)) {
                var added = row.in(service, UUID.randomUUID());
                rows.add(added, now);
                record("policy.added", added);
            }
        });
    }

    private void begin(String service) {
        try {
            separate.executeWithoutResult(status -> jdbc.sql("insert into policy_folder (service) values (?)")
                    .param(service)
                    .update());
        } catch (DuplicateKeyException e) {
            // known already
        }
    }

    private void record(String code, PolicyRow row) {
        var facts = Map.of(
                "service",
                row.service(),
                "key",
                row.key(),
                "source",
                row.source().key());
        trail.record(new Act(
                Act.DISTRICT, code, Optional.empty(), Optional.of(row.id().toString()), facts));
    }

    private static Map<String, PolicyRow> byContent(List<PolicyRow> rows) {
        return rows.stream().collect(Collectors.toMap(PolicyRows::content, row -> row));
    }
}
