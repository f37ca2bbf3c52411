package cn.qiaotong.request;

import cn.qiaotong.column.Moments;
import cn.qiaotong.form.Typed;
import cn.qiaotong.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of drafts, each sealed whole. */
@Repository
class DraftRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    DraftRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(Draft draft) {
        jdbc.sql(
                        """
                        insert into draft (id, public_id, applicant, service, sealed, version, changed_at)
                        values (:id, :publicId, :applicant, :service, :sealed, :version, :at)
                        """)
                .param("id", draft.id())
                .param("publicId", draft.publicId())
                .param("applicant", draft.applicant())
                .param("service", draft.service())
                .param("sealed", seal(draft.id(), draft.typed()))
                .param("version", draft.version())
                .param("at", Moments.at(draft.changedAt()))
                .update();
    }

    Optional<Draft> find(String publicId, UUID applicant) {
        return one("", publicId, applicant);
    }

    Optional<Draft> locked(String publicId, UUID applicant) {
        return one(" for update", publicId, applicant);
    }

    private Optional<Draft> one(String suffix, String publicId, UUID applicant) {
        return jdbc.sql("select * from draft where public_id = :publicId and applicant = :applicant" + suffix)
                .param("publicId", publicId)
                .param("applicant", applicant)
                .query(this::read)
                .optional();
    }

    boolean isOf(UUID id, UUID applicant) {
        return jdbc.sql("select count(*) from draft where id = :id and applicant = :applicant")
                        .param("id", id)
                        .param("applicant", applicant)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Draft> of(UUID applicant) {
        return jdbc.sql(
                        "select * from draft where applicant = :applicant order by changed_at desc fetch first 50 rows only")
                .param("applicant", applicant)
                .query(this::read)
                .list();
    }

    Set<UUID> owners(String service) {
        return Set.copyOf(jdbc.sql("select distinct applicant from draft where service = :service")
                .param("service", service)
                .query(UUID.class)
                .list());
    }

    void save(Draft draft) {
        jdbc.sql("update draft set sealed = :sealed, version = version + 1, changed_at = :at where id = :id")
                .param("sealed", seal(draft.id(), draft.typed()))
                .param("at", Moments.at(draft.changedAt()))
                .param("id", draft.id())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from draft where id = :id").param("id", id).update();
    }

    private byte[] seal(UUID id, Typed typed) {
        return vault.seal(typed.json(), "draft|" + id);
    }

    private Draft read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Draft(
                id,
                row.getString("public_id"),
                row.getObject("applicant", UUID.class),
                row.getString("service"),
                Typed.read(vault.open(row.getBytes("sealed"), "draft|" + id)),
                row.getInt("version"),
                Moments.of(row, "changed_at"));
    }
}
