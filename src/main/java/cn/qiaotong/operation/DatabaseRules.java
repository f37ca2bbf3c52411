package cn.qiaotong.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database may not allow the role that the application runs as, nor forget of what was acknowledged. Every question
 * is put for each role that this one can become, so that a membership gives nothing away.
 */
final class DatabaseRules {

    private static final String EACH_ROLE =
            "select exists (select 1 from pg_roles r%s" + " where pg_has_role(current_user, r.oid, 'MEMBER') and (%s))";
    private static final String TABLES = " cross join pg_class t join pg_namespace n on n.oid = t.relnamespace";
    private static final String RECORD =
            "n.nspname = current_schema() and t.relkind in ('r', 'p') and t.relname ~ '%s'".formatted(Grants.RECORD);

    private static final Map<String, String> RULES = rules();

    private final JdbcClient jdbc;

    DatabaseRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sentence for each offence; none if the application may work with this database. */
    List<String> broken() {
        return RULES.entrySet().stream()
                .filter(rule -> jdbc.sql(rule.getValue()).query(Boolean.class).single())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> rules() {
        var rules = new LinkedHashMap<String, String>();
        rules.put(
                "SPRING_DATASOURCE_USERNAME names a superuser or one who makes roles or databases: make the role anew with"
                        + " src/deploy/roles.sql.",
                role("", "r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls or r.rolreplication"));
        rules.put(
                "SPRING_DATASOURCE_USERNAME names a role that may make tables: revoke CREATE on the schema and the database"
                        + " from it and from PUBLIC.",
                role(
                        "",
                        "has_schema_privilege(r.oid, current_schema(), 'CREATE')"
                                + " or has_database_privilege(r.oid, current_database(), 'CREATE')"));
        rules.put(
                "SPRING_DATASOURCE_USERNAME names a role that owns tables: let the role in SPRING_FLYWAY_USER own them.",
                role(TABLES, "t.relowner = r.oid and n.nspname = current_schema()"));
        rules.put(
                "SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the budget: revoke"
                        + " UPDATE, DELETE and TRUNCATE on the audit tables and on budget_entry from it and from PUBLIC.",
                role(
                        TABLES,
                        RECORD + " and (has_table_privilege(r.oid, t.oid, 'DELETE, TRUNCATE, TRIGGER')"
                                + " or t.relname <> 'audit_head' and has_any_column_privilege(r.oid, t.oid, 'UPDATE'))"));
        rules.put(
                "The database loses what it has acknowledged: set fsync, full_page_writes and synchronous_commit to on.",
                "select exists (select 1 from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')"
                        + " and setting = 'off')");
        return rules;
    }

    private static String role(String from, String may) {
        return EACH_ROLE.formatted(from, may);
    }
}
