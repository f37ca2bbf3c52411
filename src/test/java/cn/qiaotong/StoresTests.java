package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.audit.Verification;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.document.Documents;
import cn.qiaotong.identity.SignedIn;
import cn.qiaotong.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** What keeps data starts as one program does: an empty database is migrated first, then the shipped years are added. */
class StoresTests {

    @Test
    void startsOnAnEmptyDatabaseAndRecordsASignIn() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class))
                .withUserConfiguration(Stores.class)
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                        "qiaotong.vault.keys.k1=" + key(1),
                        "qiaotong.vault.active=k1",
                        "qiaotong.vault.index-key=" + key(2))
                .run(context -> {
                    assertThat(context)
                            .hasNotFailed()
                            .hasSingleBean(Documents.class)
                            .hasSingleBean(Policies.class);
                    assertThat(context.getBean(WorkingCalendars.class).of("CN").isWorkingDay(LocalDate.of(2026, 9, 20)))
                            .isTrue();

                    context.publishEvent(new SignedIn(UUID.randomUUID(), Instant.EPOCH));

                    assertThat(context.getBean(AuditTrail.class).verify("district"))
                            .isInstanceOfSatisfying(Verification.Intact.class, whole -> assertThat(whole.entries())
                                    .isOne());
                });
    }

    private static String key(int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @ComponentScan({
        "cn.qiaotong.vault",
        "cn.qiaotong.calendar",
        "cn.qiaotong.audit",
        "cn.qiaotong.policy",
        "cn.qiaotong.document"
    })
    static class Stores {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
