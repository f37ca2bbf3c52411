package cn.qiaotong.operation;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the owner of the tables allows the application after every migration: rows everywhere, but of the audit and
 * of the budget's entries only to add them, and of the history of migrations only to read it. Given anew at each start, so that a table of a new version has its
 * grant before it is used.
 */
final class Grants {

    /** The names of the tables that rows are only added to, as a pattern. */
    static final String RECORD = "^(audit_.*|budget_entry)$";

    private static final long TURN = 0x7169616f746f6e67L;

    private final JdbcClient owner;
    private final TransactionTemplate transaction;

    Grants(DataSource owner) {
        this.owner = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    /** Nodes that start together take turns, because PostgreSQL refuses two grants on one table at once. */
    void giveTo(String application) {
        transaction.executeWithoutResult(status -> {
            text("select pg_advisory_xact_lock(?)::text", TURN);
            var role = text("select quote_ident(?)", application);
            var schema = text("select quote_ident(current_schema())");
            run("grant usage on schema %s to %s".formatted(schema, role));
            run("grant select, insert, update, delete on all tables in schema %s to %s".formatted(schema, role));
            record().forEach(table -> run("revoke update, delete on %s from %s".formatted(table, role)));
            run("grant update on audit_head to " + role);
            run("revoke insert, update, delete on flyway_schema_history from " + role);
        });
    }

    private List<String> record() {
        return owner.sql("select quote_ident(tablename) from pg_tables where schemaname = current_schema()"
                        + " and tablename ~ ?")
                .param(RECORD)
                .query(String.class)
                .list();
    }

    private String text(String question, Object... arguments) {
        return owner.sql(question).params(arguments).query(String.class).single();
    }

    private void run(String statement) {
        owner.sql(statement).update();
    }
}
