package cn.qiaotong.request;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Pii;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.Vault;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The answers of a request, one ciphertext for each version and class of field. The class, the version and the request are
 * bound to the ciphertext, so that none can stand in for another.
 */
@Repository
class AnswerRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    AnswerRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(RequestId request, int version, Form form, Answers answers) {
        byClass(form).forEach((pii, keys) -> jdbc.sql(
                        "insert into request_answers (request, version, class, sealed) values (:id, :version, :class, :sealed)")
                .param("id", request.value())
                .param("version", version)
                .param("class", pii.name())
                .param("sealed", vault.seal(answers.only(keys).json(), context(request, version, pii.name())))
                .update());
    }

    Answers of(RequestId request, int version) {
        return jdbc
                .sql("select class, sealed from request_answers where request = :id and version = :version")
                .param("id", request.value())
                .param("version", version)
                .query((row, number) -> Answers.read(
                        vault.open(row.getBytes("sealed"), context(request, version, row.getString("class")))))
                .list()
                .stream()
                .reduce(Answers.of(java.util.Map.of()), Answers::with);
    }

    private static String context(RequestId request, int version, String pii) {
        return "answers|%s|%d|%s".formatted(request.value(), version, pii);
    }

    private static EnumMap<Pii, Set<String>> byClass(Form form) {
        var keys = new EnumMap<Pii, Set<String>>(Pii.class);
        form.fields().forEach(field -> keys.computeIfAbsent(field.pii(), pii -> new HashSet<>())
                .add(field.key()));
        return keys;
    }
}
