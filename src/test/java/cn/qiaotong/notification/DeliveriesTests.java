package cn.qiaotong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import cn.qiaotong.MutableClock;
import cn.qiaotong.process.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that is to be told is told once, in order, at a bearable pace, whatever fails meanwhile. */
class DeliveriesTests {

    private static final String MAIL = "mail";

    final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T01:00:00Z"));
    final Queue<String> sent = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource
    void severalDispatchersDeliverEverythingOnce(Database database) throws Exception {
        try (var desk = desk(database)) {
            for (int n = 0; n < 60; n++) {
                mail(desk, UUID.randomUUID(), new RequestId(UUID.randomUUID()), n);
            }
            var threads = Executors.newFixedThreadPool(4);

            var running = IntStream.range(0, 4)
                    .mapToObj(n -> threads.submit(() -> dispatcher(desk, delivery -> sent.add(delivery.dedupKey()))
                            .dispatch()))
                    .toList();
            for (var one : running) {
                one.get();
            }
            threads.shutdown();

            assertThat(sent).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAlwaysFailsIsLaidAsideAndHoldsUpNobody(Database database) {
        try (var desk = desk(database)) {
            var poisoned = UUID.randomUUID();
            mail(desk, poisoned, new RequestId(UUID.randomUUID()), 1);
            mail(desk, UUID.randomUUID(), new RequestId(UUID.randomUUID()), 2);
            var dispatcher = dispatcher(desk, delivery -> {
                if (delivery.account().equals(Optional.of(poisoned))) {
                    throw new IllegalStateException("欧阳𨋢");
                }
                sent.add(delivery.dedupKey());
            });

            var attemptsAfter = Stream.of(0, 1, 5, 30, 120, 120, 120, 120, 120)
                    .map(minutes -> {
                        clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
                        dispatcher.dispatch();
                        var early = attempts(desk, poisoned);
                        clock.advance(Duration.ofSeconds(1));
                        dispatcher.dispatch();
                        return early + ">" + attempts(desk, poisoned);
                    })
                    .toList();

            assertThat(attemptsAfter).containsExactly("0>1", "1>2", "2>3", "3>4", "4>5", "5>6", "6>7", "7>8", "8>8");
            assertThat(sent).hasSize(1);
            assertThat(jdbc(desk)
                            .sql("select dead_at is not null and failure = 'IllegalStateException' from delivery"
                                    + " where account = :account")
                            .param("account", poisoned)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsMoreThanFiveAnHourAndTheOthersAreKept(Database database) {
        try (var desk = desk(database)) {
            var account = UUID.randomUUID();
            var request = new RequestId(UUID.randomUUID());
            IntStream.range(0, 12).forEach(n -> mail(desk, account, request, n));
            var dispatcher = dispatcher(desk, delivery -> sent.add(delivery.dedupKey()));

            dispatcher.dispatch();
            assertThat(sent).hasSize(5);
            clock.advance(Duration.ofMinutes(59));
            dispatcher.dispatch();
            assertThat(sent).hasSize(5);
            clock.advance(Duration.ofMinutes(1));
            dispatcher.dispatch();
            assertThat(sent).hasSize(10);
            clock.advance(Duration.ofHours(1));
            dispatcher.dispatch();

            assertThat(sent.stream().map(key -> Integer.valueOf(key.split("\\.")[3])))
                    .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsDownCountsAgainstNoMail(Database database) {
        try (var desk = desk(database)) {
            var account = UUID.randomUUID();
            mail(desk, account, new RequestId(UUID.randomUUID()), 1);
            var down = dispatcher(desk, delivery -> {
                throw new Unreachable(new IllegalStateException());
            });
            IntStream.range(0, 50).forEach(n -> {
                down.dispatch();
                clock.advance(Duration.ofHours(1));
            });

            dispatcher(desk, delivery -> sent.add(delivery.dedupKey())).dispatch();

            assertThat(sent).hasSize(1);
            assertThat(attempts(desk, account)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAFallenNodeHadLeasedIsDeliveredByAnother(Database database) {
        try (var desk = desk(database)) {
            mail(desk, UUID.randomUUID(), new RequestId(UUID.randomUUID()), 1);
            var deliveries = desk.getBean(Deliveries.class);

            assertThat(deliveries.lease(MAIL)).isPresent();
            assertThat(deliveries.lease(MAIL)).isEmpty();
            clock.advance(Deliveries.LEASE);
            assertThat(deliveries.lease(MAIL)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHappeningIsAddedOnceAndOnlyInItsTransaction(Database database) {
        try (var desk = desk(database)) {
            var request = new RequestId(UUID.randomUUID());
            var outbox = desk.getBean(Outbox.class);
            var transaction = new TransactionTemplate(desk.getBean(PlatformTransactionManager.class));

            transaction.executeWithoutResult(status -> {
                outbox.add(Occasion.REQUEST_SUBMITTED, request, Map.of(), "1");
                outbox.add(Occasion.REQUEST_SUBMITTED, request, Map.of(), "1");
            });
            transaction.executeWithoutResult(status -> {
                outbox.add(Occasion.REQUEST_CLOSED, request, Map.of("outcome", "withdrawn"), "1");
                status.setRollbackOnly();
            });

            assertThat(jdbc(desk)
                            .sql("select code from outbox")
                            .query(String.class)
                            .list())
                    .containsExactly("request-submitted");
            assertThatThrownBy(() -> outbox.add(Occasion.REQUEST_CLOSED, request, Map.of(), "1"))
                    .hasMessageContaining("mandatory");
            assertThatThrownBy(() -> new Params(Map.of("name", "陈大文"))).hasMessage("The parameter name is no code.");
        }
    }

    private void mail(AnnotationConfigApplicationContext desk, UUID account, RequestId request, int n) {
        jdbc(desk)
                .sql(
                        """
                        insert into outbox (at, code, request, params, dedup_key)
                        values (:at, 'request-closed', :request, '', :key)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("request", request.value())
                .param("key", "request-closed.%s.%d".formatted(request.value(), n))
                .update();
        var id = jdbc(desk).sql("select max(id) from outbox").query(Long.class).single();
        desk.getBean(Deliveries.class).add(MAIL, desk.getBean(Outbox.class).find(id), Optional.of(account));
    }

    private static int attempts(AnnotationConfigApplicationContext desk, UUID account) {
        return jdbc(desk)
                .sql("select attempts from delivery where account = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient jdbc(AnnotationConfigApplicationContext desk) {
        return desk.getBean(JdbcClient.class);
    }

    private interface Reading {
        void of(Delivery delivery);
    }

    private static Dispatcher dispatcher(AnnotationConfigApplicationContext desk, Reading reading) {
        return new Dispatcher(
                List.of(new OutboxReader() {
                    @Override
                    public String name() {
                        return MAIL;
                    }

                    @Override
                    public void read(Delivery delivery) {
                        reading.of(delivery);
                    }
                }),
                desk.getBean(Deliveries.class));
    }

    private AnnotationConfigApplicationContext desk(Database database) {
        var source = database.migrated();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        context.registerBean(Clock.class, () -> clock);
        context.register(Transactions.class, Deliveries.class, Turns.class, Outbox.class);
        context.refresh();
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}
}
