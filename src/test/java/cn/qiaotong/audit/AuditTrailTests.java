package cn.qiaotong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import cn.qiaotong.audit.Verification.Broken;
import cn.qiaotong.audit.Verification.Damage;
import cn.qiaotong.audit.Verification.Intact;
import cn.qiaotong.identity.SignedIn;
import cn.qiaotong.identity.SignedOut;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain takes every act once and in order, and shows whatever is done to it afterwards. */
class AuditTrailTests {

    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T02:00:00.123456789Z"), ZoneOffset.UTC);

    private JdbcClient jdbc;
    private DataSourceTransactionManager transactions;
    private AuditTrail trail;

    @ParameterizedTest
    @EnumSource(Database.class)
    void chainsWhatIsRecorded(Database database) {
        open(database, 3);

        var entries = trail.entries("district", 0, 10);

        assertThat(entries).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
        assertThat(entries)
                .extracting(Entry::previousHash)
                .containsExactly(
                        "0".repeat(64), entries.get(0).hash(), entries.get(1).hash());
        assertThat(trail.verify("district"))
                .isEqualTo(new Intact("district", 3, entries.get(2).hash()));
        assertThat(trail.entries("district", 1, 1)).containsExactly(entries.get(1));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void hashesAsDocumented(Database database) {
        open(database, 1);

        assertThat(trail.entries("district", 0, 1).get(0).hash())
                .isEqualTo("b1af9f71867834c563275dfc84e1c7e118be463d93e3ea0f8ac13d0384b46d96");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anEmptyChainIsWhole(Database database) {
        open(database, 0);

        assertThat(trail.verify("district")).isEqualTo(new Intact("district", 0, "0".repeat(64)));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void recordsOnlyInsideATransaction(Database database) {
        open(database, 0);

        assertThatThrownBy(() -> trail.record(act(1))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatIsRolledBackIsNotOnRecord(Database database) {
        open(database, 2);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.record(act(3));
            status.setRollbackOnly();
        });

        assertThat(trail.verify("district")).isInstanceOfSatisfying(Intact.class, whole -> assertThat(whole.entries())
                .isEqualTo(2));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatCannotBeRecordedDoesNotHappen(Database database) {
        open(database, 1);
        jdbc.sql("create table business (id integer primary key)").update();
        jdbc.sql("insert into audit_entry values ('district', 2, current_timestamp, 'x', null, null, '{}', 'x', 'x')")
                .update();

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    jdbc.sql("insert into business values (1)").update();
                    try {
                        trail.record(act(2));
                    } catch (DataAccessException swallowed) {
                        assertThat(swallowed).isNotNull();
                    }
                }))
                .isInstanceOf(TransactionException.class);
        assertThat(jdbc.sql("select count(*) from business")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void eightThreadsLeaveNoGap(Database database) throws Exception {
        open(database, 0);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var acts = new ArrayList<Callable<Boolean>>(Collections.nCopies(200, () -> recorded(act(7))));
            for (var done : pool.invokeAll(acts)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(trail.entries("district", 0, 1000))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(trail.verify("district")).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void chainsDoNotTouchEachOther(Database database) {
        open(database, 2);
        recorded(new Act("icbc-jianghai", "review.decided", Optional.empty(), Optional.empty(), Map.of()));
        jdbc.sql("update audit_entry set code = 'other' where chain = 'district'")
                .update();

        assertThat(trail.verify("icbc-jianghai")).isInstanceOf(Intact.class);
        assertThat(trail.verify("district")).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsEveryEditedColumn(Database database) {
        for (var change : List.of(
                "code = 'other'",
                "account = '00000000-0000-0000-0000-000000000002'",
                "account = null",
                "reference = 'r-4'",
                "reference = null",
                "facts = '{\"n\":\"4\"}'",
                "at = timestamp with time zone '2026-03-09 02:00:00.123457+00:00'",
                "hash = '%s'".formatted("0".repeat(64)))) {
            open(database, 5);
            jdbc.sql("update audit_entry set " + change + " where seq = 3").update();
            broken(3, Damage.EDITED);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsARowThatWasEditedAndHashedAnew(Database database) {
        open(database, 5);
        jdbc.sql("update audit_entry set code = 'other' where seq = 3").update();
        jdbc.sql("update audit_entry set hash = ? where seq = 3")
                .param(trail.entries("district", 2, 1).get(0).computedHash())
                .update();

        broken(4, Damage.OUT_OF_PLACE);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsADeletedRow(Database database) {
        for (int seq : List.of(1, 3, 5)) {
            open(database, 5);
            jdbc.sql("delete from audit_entry where seq = ?").param(seq).update();
            broken(seq, Damage.MISSING);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsADeletedRowWithTheGapClosed(Database database) {
        open(database, 5);
        jdbc.sql("delete from audit_entry where seq = 3").update();
        jdbc.sql("update audit_entry set seq = 3 where seq = 4").update();
        jdbc.sql("update audit_entry set seq = 4 where seq = 5").update();

        broken(3, Damage.OUT_OF_PLACE);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsAHeadSetBack(Database database) {
        open(database, 5);
        jdbc.sql("update audit_head set seq = 4, hash = ?")
                .param(trail.entries("district", 3, 1).get(0).hash())
                .update();

        broken(5, Damage.BEYOND_HEAD);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsALastRowReplaced(Database database) {
        open(database, 5);
        jdbc.sql("update audit_entry set code = 'other' where seq = 5").update();
        jdbc.sql("update audit_entry set hash = ? where seq = 5")
                .param(trail.entries("district", 4, 1).get(0).computedHash())
                .update();

        broken(5, Damage.NOT_THE_HEAD);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsRowsThatChangedPlaces(Database database) {
        open(database, 5);
        jdbc.sql("update audit_entry set seq = 99 where seq = 2").update();
        jdbc.sql("update audit_entry set seq = 2 where seq = 3").update();
        jdbc.sql("update audit_entry set seq = 3 where seq = 99").update();

        broken(2, Damage.OUT_OF_PLACE);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsAnInsertedRow(Database database) {
        open(database, 5);
        jdbc.sql("update audit_entry set seq = 6 where seq = 5").update();
        jdbc.sql("update audit_entry set seq = 5 where seq = 4").update();
        var third = trail.entries("district", 2, 1).get(0);
        var forged = Entry.following(new Head(3, third.hash()), act(9), CLOCK.instant());
        insert(forged);
        jdbc.sql("update audit_head set seq = 6").update();

        broken(5, Damage.OUT_OF_PLACE);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsARowPutBeforeTheFirstOrAfterTheLast(Database database) {
        open(database, 5);
        insert(Entry.following(new Head(-1, "0".repeat(64)), act(9), CLOCK.instant()));
        broken(0, Damage.OUT_OF_PLACE);

        open(database, 5);
        var last = trail.entries("district", 4, 1).get(0);
        insert(Entry.following(new Head(5, last.hash()), act(9), CLOCK.instant()));
        broken(6, Damage.BEYOND_HEAD);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void recordsSignInsAndSignOuts(Database database) {
        open(database, 0);
        var signIns = new SignIns(trail, transactions);

        signIns.on(new SignedIn(ACCOUNT, CLOCK.instant()));
        signIns.on(new SignedOut(ACCOUNT, CLOCK.instant()));

        assertThat(trail.entries("district", 0, 10))
                .extracting(Entry::code)
                .containsExactly("identity.signed-in", "identity.signed-out");
        assertThat(trail.entries("district", 0, 10)).extracting(Entry::account).containsOnly(Optional.of(ACCOUNT));
    }

    private void open(Database database, int acts) {
        var source = database.migrated();
        jdbc = JdbcClient.create(source);
        transactions = new DataSourceTransactionManager(source);
        trail = AuditFixture.trail(source, transactions, CLOCK);
        for (int n = 1; n <= acts; n++) {
            recorded(act(n));
        }
    }

    private boolean recorded(Act act) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> trail.record(act));
        return true;
    }

    private void broken(long seq, Damage damage) {
        assertThat(trail.verify("district")).isEqualTo(new Broken("district", seq, damage));
    }

    private void insert(Entry entry) {
        jdbc.sql(
                        "insert into audit_entry (chain, seq, at, code, account, reference, facts, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.chain(),
                        entry.seq(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.code(),
                        ACCOUNT,
                        entry.reference().orElseThrow(),
                        entry.facts(),
                        entry.previousHash(),
                        entry.hash())
                .update();
    }

    private static Act act(int n) {
        return new Act(
                "district",
                "request.submitted",
                Optional.of(ACCOUNT),
                Optional.of("r-" + n),
                Map.of("n", Integer.toString(n)));
    }
}
