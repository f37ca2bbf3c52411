package cn.qiaotong.grant;

import cn.qiaotong.column.Moments;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.Vault;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calculations made for each request, sealed, in their order; the last one stands. None is ever changed: what somebody
 * approved can be read again.
 */
@Repository
class Calculations {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Calculations(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps a calculation, unless the one that stands says the same for the same version: a job may run again. */
    void add(RequestId request, int version, Calculation calculation) {
        var last = last(request);
        if (last.filter(kept -> kept.version() == version
                        && Written.of(kept.calculation()).equals(Written.of(calculation)))
                .isPresent()) {
            return;
        }
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into grant_calculation (id, request, seq, version, made_at, sealed)
                        values (:id, :request, :seq, :version, :at, :sealed)
                        """)
                .param("id", id)
                .param("request", request.value())
                .param("seq", last.map(Kept::seq).orElse(0) + 1)
                .param("version", version)
                .param("at", Moments.at(clock.instant()))
                .param("sealed", vault.seal(Written.of(calculation).json(), context(id)))
                .update();
    }

    Optional<Calculation> of(RequestId request) {
        return last(request).map(Kept::calculation);
    }

    private Optional<Kept> last(RequestId request) {
        return jdbc.sql(
                        "select * from grant_calculation where request = :request order by seq desc fetch first row only")
                .param("request", request.value())
                .query((row, number) -> new Kept(
                        row.getInt("seq"),
                        row.getInt("version"),
                        Written.read(vault.open(row.getBytes("sealed"), context(row.getObject("id", UUID.class))))))
                .optional();
    }

    private static String context(UUID id) {
        return "grant|" + id;
    }

    private record Kept(int seq, int version, Calculation calculation) {}
}
