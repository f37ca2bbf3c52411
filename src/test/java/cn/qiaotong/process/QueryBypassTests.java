package cn.qiaotong.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hole of CVE-2026-109432: an expression inside {@code or()} of a query is evaluated although that is switched off. */
class QueryBypassTests {

    private static final String MARK =
            "${''.getClass().forName('cn.qiaotong.process.Bench$Marker').getConstructor().newInstance().touch()}";

    @BeforeEach
    void clear() {
        Bench.Marker.touched = false;
    }

    @Test
    void opensInAnEngineWithoutOurPolicy() {
        var engine = unguarded();

        engine.getTaskService()
                .createTaskQuery()
                .or()
                .dueAfterExpression(MARK)
                .endOr()
                .list();

        assertThat(Bench.Marker.touched).isTrue();
        engine.close();
    }

    private static ProcessEngine unguarded() {
        return ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
                .setProcessEngineName("unguarded-" + UUID.randomUUID())
                .buildProcessEngine();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MARK,
                "${marker.touch()}",
                "${now()}",
                "${dateTime()}",
                "${currentUser()}",
                "#{marker.touch()}",
                "a ${marker.touch()}"
            })
    void staysShutInOurs(String expression) {
        var tasks = Bench.on(Database.H2).bean(TaskService.class);
        var query = tasks.createTaskQuery().or().dueAfterExpression(expression).endOr();

        assertThatThrownBy(query::list).hasMessageStartingWith("The expression " + expression);
        assertThat(Bench.Marker.touched).isFalse();
    }

    @Test
    void staysShutForTheOtherQueries() {
        var tasks = Bench.on(Database.H2).bean(TaskService.class);

        assertThatThrownBy(
                        () -> tasks.createTaskQuery().dueAfterExpression(MARK).list())
                .hasMessageContaining("Expressions are forbidden in adhoc queries");
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(MARK)
                        .endOr()
                        .list())
                .hasMessageStartingWith("The expression ");
        assertThat(Bench.Marker.touched).isFalse();
    }
}
