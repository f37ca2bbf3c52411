package cn.qiaotong.budget;

import cn.qiaotong.column.Moments;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the ledger: entries are only added, and balances move with them and in no other way. */
final class BudgetRows {

    private static final String LINE = "where line = :line and budget_year = :year";

    private final JdbcClient jdbc;

    BudgetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Balance> lines() {
        return jdbc.sql("select * from budget_line order by budget_year desc, line")
                .query(BudgetRows::balance)
                .list();
    }

    Optional<Balance> line(String line, int year) {
        return line(line, year, "");
    }

    /** The line, which no other transaction changes until this one ends. */
    Optional<Balance> lock(String line, int year) {
        return line(line, year, " for update");
    }

    private Optional<Balance> line(String line, int year, String lock) {
        return jdbc.sql("select * from budget_line " + LINE + lock)
                .param("line", line)
                .param("year", year)
                .query(BudgetRows::balance)
                .optional();
    }

    void open(String line, int year, String source) {
        jdbc.sql("insert into budget_line values (?, ?, ?, 0, 0, 0, 0, 0)")
                .params(line, year, source)
                .update();
    }

    void rest(String line, int year, String source) {
        jdbc.sql("update budget_line set source = :source " + LINE)
                .param("source", source)
                .param("line", line)
                .param("year", year)
                .update();
    }

    Optional<Reservation> claim(UUID claim) {
        return jdbc.sql("select * from budget_claim where claim = ?")
                .param(claim)
                .query(BudgetRows::reservation)
                .optional();
    }

    void promise(UUID claim, Balance line, String beneficiary, BigDecimal amount) {
        jdbc.sql("insert into budget_claim values (?, ?, ?, ?, ?, 0, 0, 0)")
                .params(claim, line.line(), line.year(), beneficiary, amount)
                .update();
    }

    List<Reservation> claims(String beneficiary, String line, int year) {
        return jdbc.sql("select * from budget_claim " + LINE + " and beneficiary = :beneficiary")
                .param("line", line)
                .param("year", year)
                .param("beneficiary", beneficiary)
                .query(BudgetRows::reservation)
                .list();
    }

    Optional<BigDecimal> entered(UUID claim, Movement movement) {
        return jdbc.sql("select amount from budget_entry where claim = ? and movement = ?")
                .params(claim, movement.name())
                .query(BigDecimal.class)
                .optional();
    }

    /** The number of the last entry, 0 before the first. */
    long last(String line, int year) {
        return jdbc.sql("select entries from budget_line " + LINE)
                .param("line", line)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** Adds an entry to a locked line and moves the balances of line and claim by it. */
    void add(String line, int year, Entry entry) {
        jdbc.sql("insert into budget_entry values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        line,
                        year,
                        entry.seq(),
                        entry.movement().name(),
                        entry.claim().orElse(null),
                        entry.amount(),
                        Moments.at(entry.at()),
                        entry.account().orElse(null)))
                .update();
        moved("update budget_line set entries = :seq, provided = provided + :provided, %s " + LINE, entry)
                .param("seq", entry.seq())
                .param("provided", entry.in(Figure.PROVIDED))
                .param("line", line)
                .param("year", year)
                .update();
        entry.claim().ifPresent(claim -> moved("update budget_claim set %s where claim = :claim", entry)
                .param("claim", claim)
                .update());
    }

    private JdbcClient.StatementSpec moved(String update, Entry entry) {
        var balances = "reserved = reserved + :reserved, spent = spent + :spent, returned = returned + :returned";
        return jdbc.sql(update.formatted(balances))
                .param("reserved", entry.in(Figure.RESERVED))
                .param("spent", entry.in(Figure.SPENT))
                .param("returned", entry.in(Figure.RETURNED));
    }

    List<Entry> entries(String line, int year, Collection<Movement> movements, long before, int atMost) {
        return jdbc.sql(
                        "select * from budget_entry " + LINE
                                + """
                         and movement in (:movements) and seq < :before
                        order by seq desc fetch first :most rows only""")
                .param("line", line)
                .param("year", year)
                .param("movements", movements.stream().map(Enum::name).toList())
                .param("before", before)
                .param("most", atMost)
                .query(BudgetRows::entry)
                .list();
    }

    /** The sums of what was entered from one moment until another, for every movement that there was. */
    Map<Movement, BigDecimal> moved(Instant from, Instant until) {
        var sums = new EnumMap<Movement, BigDecimal>(Movement.class);
        jdbc.sql(
                        "select movement, sum(amount) as total from budget_entry where at >= :from and at < :until group by movement")
                .param("from", Moments.at(from))
                .param("until", Moments.at(until))
                .query(row -> {
                    sums.put(Movement.valueOf(row.getString("movement")), row.getBigDecimal("total"));
                });
        return sums;
    }

    private static Balance balance(ResultSet row, int number) throws SQLException {
        return new Balance(
                row.getString("line"),
                row.getInt("budget_year"),
                row.getString("source"),
                row.getBigDecimal("provided"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("spent"),
                row.getBigDecimal("returned"));
    }

    private static Reservation reservation(ResultSet row, int number) throws SQLException {
        return new Reservation(
                row.getObject("claim", UUID.class),
                row.getString("line"),
                row.getInt("budget_year"),
                row.getString("beneficiary"),
                row.getBigDecimal("promised"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("spent"),
                row.getBigDecimal("returned"));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                Movement.valueOf(row.getString("movement")),
                Optional.ofNullable(row.getObject("claim", UUID.class)),
                row.getBigDecimal("amount"),
                Moments.of(row, "at"),
                Optional.ofNullable(row.getObject("account", UUID.class)));
    }
}
