package cn.qiaotong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.DeployedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role of the application as the deployment script, the migrations and the grants leave it, and each way to spoil it. */
class DatabaseRulesTests {

    private static final DeployedPostgres POSTGRES = DeployedPostgres.start();

    private final JdbcClient application = JdbcClient.create(POSTGRES.as(DeployedPostgres.APPLICATION));
    private final DatabaseRules rules = new DatabaseRules(application);

    @BeforeAll
    static void migrated() {
        var owner = POSTGRES.as(DeployedPostgres.OWNER);
        Flyway.configure().dataSource(owner).load().migrate();
        new Grants(owner).giveTo(DeployedPostgres.APPLICATION);
    }

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    @Test
    void theDeployedRoleIsLetThrough() {
        assertThat(rules.broken()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            alter role qiaotong_application superuser | alter role qiaotong_application nosuperuser | SPRING_DATASOURCE_USERNAME names a superuser or one who makes roles or databases: make the role anew with src/deploy/roles.sql.
            alter role qiaotong_application createrole | alter role qiaotong_application nocreaterole | SPRING_DATASOURCE_USERNAME names a superuser or one who makes roles or databases: make the role anew with src/deploy/roles.sql.
            grant create on schema public to public | revoke create on schema public from public | SPRING_DATASOURCE_USERNAME names a role that may make tables: revoke CREATE on the schema and the database from it and from PUBLIC.
            grant create on database qiaotong to qiaotong_application | revoke create on database qiaotong from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may make tables: revoke CREATE on the schema and the database from it and from PUBLIC.
            alter table request owner to qiaotong_application | alter table request owner to qiaotong_owner | SPRING_DATASOURCE_USERNAME names a role that owns tables: let the role in SPRING_FLYWAY_USER own them.
            grant qiaotong_owner to qiaotong_application with inherit false | revoke qiaotong_owner from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that owns tables: let the role in SPRING_FLYWAY_USER own them.
            grant update on audit_entry to public | revoke update on audit_entry from public | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant update (facts) on audit_entry to qiaotong_application | revoke update (facts) on audit_entry from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant delete on audit_head to qiaotong_application | revoke delete on audit_head from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant truncate on audit_entry to qiaotong_application | revoke truncate on audit_entry from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant update on budget_entry to public | revoke update on budget_entry from public | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant update (amount) on budget_entry to qiaotong_application | revoke update (amount) on budget_entry from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant delete on budget_entry to qiaotong_application | revoke delete on budget_entry from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant truncate on budget_entry to qiaotong_application | revoke truncate on budget_entry from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant trigger on budget_entry to qiaotong_application | revoke trigger on budget_entry from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            grant pg_write_all_data to qiaotong_application | revoke pg_write_all_data from qiaotong_application | SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.
            alter role qiaotong_application set synchronous_commit = off | alter role qiaotong_application reset synchronous_commit | The database loses what it has acknowledged: set fsync, full_page_writes and synchronous_commit to on.
            """)
    void refuses(String offence, String amends, String sentence) {
        POSTGRES.superuser().sql(offence).update();
        try {
            assertThat(rules.broken()).contains(sentence);
        } finally {
            POSTGRES.superuser().sql(amends).update();
        }
        assertThat(rules.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set facts = '{}'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "update budget_entry set amount = 2",
                "update budget_entry set account = null",
                "delete from budget_entry",
                "truncate budget_entry",
                "insert into budget_entry select line, budget_year, seq, movement, claim, 2, at, account from budget_entry"
                        + " on conflict on constraint budget_entry_pk do update set amount = 2",
                "alter table budget_entry disable trigger all",
                "drop table request",
                "alter table request add column more text",
                "create table more (id integer)",
                "create temporary table more (id integer)",
                "create index more on request (id)",
                "delete from flyway_schema_history"
            })
    void theApplicationMayNot(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void theApplicationMayEnterIntoTheBudgetAndMoveTheBalance() {
        application
                .sql("insert into budget_line values ('trial', 2026, 'DEMO', 0, 0, 0, 0, 0)")
                .update();

        assertThat(application
                        .sql("insert into budget_entry values ('trial', 2026, 1, 'PROVIDED', null, 1, now(), null)")
                        .update())
                .isEqualTo(1);
        assertThat(application
                        .sql("update budget_line set provided = 1, entries = 1 where line = 'trial'")
                        .update())
                .isEqualTo(1);
        assertThatThrownBy(() -> application
                        .sql("update budget_entry set amount = 2 where line = 'trial'")
                        .update())
                .hasStackTraceContaining("permission denied for table budget_entry");
        assertThatThrownBy(() -> application
                        .sql("delete from budget_entry where line = 'trial'")
                        .update())
                .hasStackTraceContaining("permission denied for table budget_entry");
    }

    @Test
    void theApplicationMayAddToTheRecordAndMoveItsHead() {
        application
                .sql("insert into audit_head (chain, seq, hash) values ('trial', 0, '0')")
                .update();

        assertThat(application
                        .sql("update audit_head set seq = 1 where chain = 'trial'")
                        .update())
                .isEqualTo(1);
    }
}
