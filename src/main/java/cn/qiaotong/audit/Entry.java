package cn.qiaotong.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.column.Moments;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** One row of a chain, as recorded; the facts are canonical JSON. */
public record Entry(
        String chain,
        long seq,
        Instant at,
        String code,
        Optional<UUID> account,
        Optional<String> reference,
        String facts,
        String previousHash,
        String hash) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static Entry following(Head head, Act act, Instant now) {
        var unsigned = new Entry(
                act.chain(),
                head.seq() + 1,
                now.truncatedTo(ChronoUnit.MICROS),
                act.code(),
                act.account(),
                act.reference(),
                act.canonicalFacts(),
                head.hash(),
                "");
        return unsigned.with(unsigned.computedHash());
    }

    static Entry of(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("chain"),
                row.getLong("seq"),
                Moments.of(row, "at"),
                row.getString("code"),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                Optional.ofNullable(row.getString("reference")),
                row.getString("facts"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** What the hash must be, in the form that the package describes. */
    String computedHash() {
        var text = String.join(
                "\n",
                "qiaotong-audit/1",
                chain,
                Long.toString(seq),
                TIME.format(at),
                code,
                account.map(UUID::toString).orElse(""),
                reference.orElse(""),
                facts,
                previousHash);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Entry with(String newHash) {
        return new Entry(chain, seq, at, code, account, reference, facts, previousHash, newHash);
    }
}
