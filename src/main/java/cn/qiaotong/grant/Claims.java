package cn.qiaotong.grant;

import cn.qiaotong.process.RequestId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The claims that stand, one to a request, and the vouchers that they count. A voucher stands for one claim only, whoever
 * hands it in: the key of the table says so.
 */
@Repository
public class Claims {

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The claim of a request that is reserved or paid. */
    public Optional<Claim> of(RequestId request) {
        return jdbc.sql("select * from grant_claim where request = :request")
                .param("request", request.value())
                .query((row, number) -> new Claim(
                        row.getObject("id", UUID.class), request, row.getBigDecimal("amount"), row.getBoolean("paid")))
                .optional();
    }

    void add(UUID id, RequestId request, BigDecimal amount, Collection<String> vouchers) {
        jdbc.sql("insert into grant_claim (id, request, amount, paid) values (:id, :request, :amount, false)")
                .param("id", id)
                .param("request", request.value())
                .param("amount", amount)
                .update();
        vouchers.stream().distinct().forEach(index -> jdbc.sql(
                        "insert into grant_voucher (blind_index, claim) values (:index, :claim)")
                .param("index", index)
                .param("claim", id)
                .update());
    }

    void paid(UUID id) {
        jdbc.sql("update grant_claim set paid = true where id = :id")
                .param("id", id)
                .update();
    }

    /** Forgets a claim, so that its vouchers may be handed in again. */
    void remove(UUID id) {
        jdbc.sql("delete from grant_voucher where claim = :id").param("id", id).update();
        jdbc.sql("delete from grant_claim where id = :id").param("id", id).update();
    }

    /** Those of these vouchers that the claim of another request counts. */
    Set<String> elsewhere(RequestId request, List<String> vouchers) {
        return vouchers.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                """
                                select v.blind_index from grant_voucher v join grant_claim c on c.id = v.claim
                                where c.request <> :request and v.blind_index in (:vouchers)
                                """)
                        .param("request", request.value())
                        .param("vouchers", vouchers)
                        .query(String.class)
                        .list());
    }
}
