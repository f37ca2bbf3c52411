package cn.qiaotong.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.column.Moments;
import cn.qiaotong.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the accounts table; names and addresses leave it opened and enter it sealed, each for its own account. */
@Component
class Accounts {

    private static final String COLUMNS =
            "account, human, sealed_name, sealed_email, organisation, roles, identifier_index, language";

    private final JdbcClient jdbc;
    private final Vault vault;

    Accounts(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Optional<Person> enabled(String subject) {
        return jdbc.sql("select " + COLUMNS + " from identity_account where subject = :subject and disabled = false")
                .param("subject", subject)
                .query(this::person)
                .optional();
    }

    Optional<Person> find(UUID account) {
        return jdbc.sql("select " + COLUMNS + " from identity_account where account = :account")
                .param("account", account)
                .query(this::person)
                .optional();
    }

    List<Person> enabledOf(Organisation organisation) {
        return jdbc.sql("select " + COLUMNS
                        + " from identity_account where organisation = :organisation and disabled = false"
                        + " order by account")
                .param("organisation", organisation.key())
                .query(this::person)
                .list();
    }

    Optional<UUID> id(String subject) {
        return jdbc.sql("select account from identity_account where subject = :subject for update")
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    void insert(UUID account, SignIn facts, Instant now) {
        jdbc.sql(
                        """
                        insert into identity_account (account, subject, human, sealed_name, roles, created_at, seen_at)
                        values (:account, :subject, :account, :name, '', :now, :now)
                        """)
                .param("account", account)
                .param("subject", facts.subject())
                .param("name", seal(account, "name", facts.name()))
                .param("now", Moments.at(now))
                .update();
    }

    void update(UUID account, SignIn facts, Instant now) {
        jdbc.sql(
                        """
                        update identity_account set sealed_name = :name, sealed_email = :email,
                            organisation = :organisation, roles = :roles,
                            language = coalesce(language, :language), seen_at = :now
                        where account = :account
                        """)
                .param("account", account)
                .param("name", seal(account, "name", facts.name()))
                .param(
                        "email",
                        facts.email()
                                .map(email -> seal(account, "email", email))
                                .orElse(null))
                .param(
                        "organisation",
                        facts.organisation().map(Organisation::key).orElse(null))
                .param("roles", facts.roles().stream().map(Role::key).sorted().collect(Collectors.joining(",")))
                .param("language", facts.language().map(Locale::toLanguageTag).orElse(null))
                .param("now", Moments.at(now))
                .update();
    }

    /** Sets one column of one account; the column is a name in this package, never a caller's text. */
    void set(UUID account, String column, Object content) {
        var changed = jdbc.sql("update identity_account set %s = :content where account = :account".formatted(column))
                .param("content", content)
                .param("account", account)
                .update();
        if (changed == 0) {
            throw new java.util.NoSuchElementException("No account " + account);
        }
    }

    private Person person(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new Person(
                account,
                row.getObject("human", UUID.class),
                open(account, "name", row.getBytes("sealed_name")).orElseThrow(),
                open(account, "email", row.getBytes("sealed_email")),
                Optional.ofNullable(row.getString("organisation")).map(Organisation::new),
                roles(row.getString("roles")),
                Optional.ofNullable(row.getString("identifier_index")),
                Optional.ofNullable(row.getString("language")).map(Locale::forLanguageTag));
    }

    private static Set<Role> roles(String keys) {
        return Arrays.stream(keys.split(","))
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private byte[] seal(UUID account, String field, String text) {
        return vault.seal(text.getBytes(UTF_8), context(account, field));
    }

    private Optional<String> open(UUID account, String field, byte[] sealed) {
        return Optional.ofNullable(sealed).map(bytes -> new String(vault.open(bytes, context(account, field)), UTF_8));
    }

    private static String context(UUID account, String field) {
        return "identity_account|%s|%s".formatted(account, field);
    }
}
