package cn.qiaotong.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.column.Moments;
import cn.qiaotong.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of documents. Every piece is sealed for its document, number and count, and the name for everything else the
 * row says, so that neither pieces nor rows can be exchanged, moved to another owner, or left out.
 */
@Component
final class Shelf {

    private static final String SELECT =
            "select id, owner_kind, owner_id, sealed_name, media_type, size, sha256, chunks, stored_at from document ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate separate;

    Shelf(JdbcClient jdbc, Vault vault, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.separate = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Makes the owner known, in a transaction of its own because another node may be faster, so that it can be locked. */
    void begin(Owner owner) {
        if (knows(owner)) {
            return;
        }
        try {
            separate.executeWithoutResult(
                    status -> jdbc.sql("insert into document_owner (owner_kind, owner_id) values (?, ?)")
                            .params(owner.kind(), owner.id())
                            .update());
        } catch (DuplicateKeyException e) {
            // known by now
        }
    }

    /** Lets one upload at a time count and add what an owner has. */
    void lock(Owner owner) {
        jdbc.sql("select owner_id from document_owner where owner_kind = ? and owner_id = ? for update")
                .params(owner.kind(), owner.id())
                .query(UUID.class)
                .single();
    }

    List<Document> of(Owner owner) {
        return jdbc.sql(SELECT + "where owner_kind = ? and owner_id = ? order by stored_at, id")
                .params(owner.kind(), owner.id())
                .query(this::document)
                .list();
    }

    /** Whose a document is, before anything of it is opened. */
    Optional<Owner> ownerOf(UUID id) {
        return jdbc.sql("select owner_kind, owner_id from document where id = ?")
                .param(id)
                .query((row, number) -> new Owner(row.getString(1), row.getObject(2, UUID.class)))
                .optional();
    }

    Optional<Document> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(this::document).optional();
    }

    Document put(Owner owner, String fileName, String mediaType, Content content) {
        var document = new Document(
                UUID.randomUUID(),
                owner,
                fileName,
                mediaType,
                content.bytes().length,
                content.sha256(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        var pieces = content.pieces();
        putRow(document, pieces.size());
        for (int n = 0; n < pieces.size(); n++) {
            jdbc.sql("insert into document_chunk (document, n, sealed) values (?, ?, ?)")
                    .params(document.id(), n, vault.seal(pieces.get(n), pieceContext(document.id(), n, pieces.size())))
                    .update();
        }
        return document;
    }

    private void putRow(Document document, int pieces) {
        jdbc.sql(
                        """
                        insert into document
                            (id, owner_kind, owner_id, sealed_name, media_type, size, sha256, chunks, stored_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.id(),
                        document.owner().kind(),
                        document.owner().id(),
                        vault.seal(document.fileName().getBytes(UTF_8), nameContext(document)),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        pieces,
                        Moments.at(document.storedAt()))
                .update();
    }

    /** The whole content, or {@code Tampered}, or {@link DocumentDamaged} where pieces are missing. */
    Content content(Document document) {
        var count = jdbc.sql("select chunks from document where id = ?")
                .param(document.id())
                .query(Integer.class)
                .single();
        var sealed = jdbc.sql("select sealed from document_chunk where document = ? order by n")
                .param(document.id())
                .query(byte[].class)
                .list();
        var bytes = new ByteArrayOutputStream();
        for (int n = 0; n < sealed.size(); n++) {
            bytes.writeBytes(vault.open(sealed.get(n), pieceContext(document.id(), n, count)));
        }
        var content = new Content(bytes.toByteArray());
        if (sealed.size() != count || !content.sha256().equals(document.sha256())) {
            throw new DocumentDamaged(document.id());
        }
        return content;
    }

    boolean remove(Owner owner, UUID id) {
        return jdbc.sql("delete from document where id = ? and owner_kind = ? and owner_id = ?")
                        .params(id, owner.kind(), owner.id())
                        .update()
                > 0;
    }

    private boolean knows(Owner owner) {
        return jdbc.sql("select count(*) from document_owner where owner_kind = ? and owner_id = ?")
                        .params(owner.kind(), owner.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Document document(ResultSet row, int number) throws SQLException {
        var unnamed = new Document(
                row.getObject("id", UUID.class),
                new Owner(row.getString("owner_kind"), row.getObject("owner_id", UUID.class)),
                "",
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                Moments.of(row, "stored_at"));
        var name = new String(vault.open(row.getBytes("sealed_name"), nameContext(unnamed)), UTF_8);
        return new Document(
                unnamed.id(),
                unnamed.owner(),
                name,
                unnamed.mediaType(),
                unnamed.size(),
                unnamed.sha256(),
                unnamed.storedAt());
    }

    private static String nameContext(Document document) {
        return "document|%s|name|%s|%s|%d|%s"
                .formatted(document.id(), document.owner(), document.mediaType(), document.size(), document.sha256());
    }

    private static String pieceContext(UUID id, int n, int count) {
        return "document|%s|%d|%d".formatted(id, n, count);
    }
}
