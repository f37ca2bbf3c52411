package cn.qiaotong.request;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Form;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The identifiers that a request names, as blind indexes: enough to find a request by number and to keep a member of staff
 * away from a request in which they are named, and useless to read.
 */
@Component
public class Identifiers {

    private final JdbcClient jdbc;
    private final Vault vault;

    Identifiers(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The blind index of an identity document's number, however it was spaced or cased. */
    public String indexOf(String number) {
        return vault.index(
                number.replaceAll("[\\s()\uff08\uff09-]", "").toUpperCase(java.util.Locale.ROOT), "identifier");
    }

    void add(RequestId request, Form form, Answers answers) {
        form.fields().stream()
                .filter(field ->
                        field.property("normalise").filter("id"::equals).isPresent())
                .flatMap(field -> answers.get(field.key()).stream())
                .map(number -> indexOf(String.valueOf(number)))
                .distinct()
                .filter(index -> !has(request, index))
                .forEach(index -> jdbc.sql(
                                "insert into request_identifier (request, blind_index) values (:request, :index)")
                        .param("request", request.value())
                        .param("index", index)
                        .update());
    }

    private boolean has(RequestId request, String index) {
        return jdbc.sql("select count(*) from request_identifier where request = :request and blind_index = :index")
                        .param("request", request.value())
                        .param("index", index)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
