package cn.qiaotong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import cn.qiaotong.audit.AuditFixture;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.audit.Entry;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.PersonFixture;
import cn.qiaotong.web.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A file goes in once, comes out as it went in, to whom it may, and not at all once anybody touched it. */
class DocumentsTests {

    private static final Owner OWNER = new Owner("request", UUID.randomUUID());

    private final Person applicant = PersonFixture.applicant();
    private final Person stranger = PersonFixture.applicant();

    private JdbcClient jdbc;
    private Documents documents;
    private AuditTrail trail;

    @ParameterizedTest
    @EnumSource(Database.class)
    void givesBackWhatWasStored(Database database) {
        open(database);
        var content = Samples.bigPdf(1_300_000);

        var stored = stored("陳大文.pdf", content);
        var opened = documents.open(stored.id(), applicant);

        assertThat(opened.content()).isEqualTo(content);
        assertThat(opened.document()).isEqualTo(stored);
        assertThat(stored.fileName()).isEqualTo("陳大文.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(documents.of(OWNER)).containsExactly(stored);
        assertThat(jdbc.sql("select count(*) from document_chunk")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void keepsNothingReadable(Database database) {
        open(database);
        stored("陳大文.pdf", Samples.pdf());

        var sealed = jdbc.sql("select sealed from document_chunk")
                .query(byte[].class)
                .single();
        var name =
                jdbc.sql("select sealed_name from document").query(byte[].class).single();

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("PDF", "Catalog");
        assertThat(new String(name, StandardCharsets.UTF_8)).doesNotContain("陳", "pdf");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void storesUnderTheTypeThatItIs(Database database) {
        open(database);

        assertThat(stored("photo.pdf", Samples.png()).mediaType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theSameFileTwiceIsOneDocument(Database database) {
        open(database);
        var first = stored("a.pdf", Samples.pdf());

        assertThat(stored("b.pdf", Samples.pdf())).isEqualTo(first);
        assertThat(documents.of(OWNER)).hasSize(1);

        var other = new Owner("request", UUID.randomUUID());
        documents.store(other, "a.pdf", new ByteArrayInputStream(Samples.pdf()), applicant);
        assertThat(documents.of(other)).hasSize(1).doesNotContain(first);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void uploadsAtTheSameTimeKeepToTheLimits(Database database) throws Exception {
        open(database);
        var pool = Executors.newFixedThreadPool(6);
        try {
            var uploads = IntStream.range(0, 12)
                    .<Callable<Storing>>mapToObj(n -> () -> store("a.pdf", Samples.pdf(n / 2)))
                    .toList();
            for (var done : pool.invokeAll(uploads)) {
                assertThat(done.get()).isNotNull();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(documents.of(OWNER)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void rejectsWithACode(Database database) {
        open(database);
        assertThat(rejected(new byte[0])).isEqualTo("empty");
        assertThat(rejected(Samples.bigPdf(2 * 1024 * 1024))).isEqualTo("too-big");
        assertThat(rejected(Samples.bytes("MZ"))).isEqualTo("wrong-type");
        assertThat(rejected(Samples.heic("heic"))).isEqualTo("heic");
        assertThat(rejected(Samples.encryptedPdf())).isEqualTo("password");
        assertThat(documents.store(OWNER, "a.pdf", broken(), applicant))
                .isEqualTo(new Rejected(Rejected.Reason.FAILED));

        for (int n = 0; n < 3; n++) {
            stored("a.pdf", Samples.pdf(n));
        }
        assertThat(rejected(Samples.pdf(3))).isEqualTo("too-many");
        assertThat(store("a.pdf", Samples.pdf(2))).isInstanceOf(Stored.class);
        assertThat(documents.of(OWNER)).hasSize(3);

        var replaced = Set.of(documents.of(OWNER).get(0).id());
        assertThat(documents.store(OWNER, "a.pdf", new ByteArrayInputStream(Samples.pdf(3)), applicant, replaced))
                .isInstanceOf(Stored.class);
        assertThat(documents.store(OWNER, "a.pdf", new ByteArrayInputStream(Samples.pdf(4)), applicant, replaced))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aForeignDocumentIsNotFound(Database database) {
        open(database);
        var id = stored("a.pdf", Samples.pdf()).id();

        assertThatThrownBy(() -> documents.open(id, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.open(UUID.randomUUID(), applicant)).isInstanceOf(NotFound.class);
        assertThat(codes()).containsExactly("document.stored");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void nobodyMayReadWhereNoModuleSaysSo(Database database) {
        open(database);
        var id = stored("a.pdf", Samples.pdf()).id();

        assertThatThrownBy(() -> DocumentFixture.documents(source).open(id, applicant))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void everyActIsOnRecord(Database database) {
        open(database);
        var document = stored("a.pdf", Samples.pdf());
        documents.open(document.id(), applicant);
        documents.open(document.id(), applicant);
        documents.remove(OWNER, document.id(), applicant);

        assertThat(codes()).containsExactly("document.stored", "document.read", "document.read", "document.removed");
        assertThat(trail.entries("district", 0, 10)).allSatisfy(entry -> {
            assertThat(entry.reference()).contains(document.id().toString());
            assertThat(entry.account()).isEqualTo(Optional.of(applicant.account()));
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void removesWithEveryPiece(Database database) {
        open(database);
        var id = stored("a.pdf", Samples.pdf()).id();

        assertThat(documents.remove(new Owner("request", UUID.randomUUID()), id, applicant))
                .isFalse();
        assertThat(documents.remove(OWNER, id, applicant)).isTrue();
        assertThat(documents.remove(OWNER, id, applicant)).isFalse();
        assertThat(jdbc.sql("select count(*) from document_chunk")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> documents.open(id, applicant)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void refusesAChangedByte(Database database) {
        open(database);
        var id = stored("a.pdf", Samples.pdf()).id();
        var sealed = jdbc.sql("select sealed from document_chunk")
                .query(byte[].class)
                .single();
        sealed[sealed.length / 2] ^= 1;
        jdbc.sql("update document_chunk set sealed = ?").param(sealed).update();

        damaged(id);
        assertThat(codes()).containsExactly("document.stored", "document.damaged");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void refusesPiecesThatAreExchangedMissingOrForeign(Database database) {
        for (var change : List.of(
                "update document_chunk set n = 2 - n where n <> 1",
                "delete from document_chunk where n = 1",
                "delete from document_chunk where n = 2",
                "update document set chunks = 2")) {
            open(database);
            var id = stored("a.pdf", Samples.bigPdf(1_300_000)).id();
            for (var sql : change.contains("2 - n")
                    ? List.of(
                            "update document_chunk set n = 9 where n = 0",
                            "update document_chunk set n = 0 where n = 2",
                            "update document_chunk set n = 2 where n = 9")
                    : List.of(change)) {
                jdbc.sql(sql).update();
            }
            damaged(id);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void refusesTwoFilesWhoseContentWasExchanged(Database database) {
        open(database);
        var first = stored("a.pdf", Samples.pdf(1)).id();
        var second = stored("b.pdf", Samples.pdf(2)).id();
        jdbc.sql("update document_chunk set n = 1 where document = ?")
                .param(first)
                .update();
        jdbc.sql("update document_chunk set document = ? where document = ?")
                .params(first, second)
                .update();
        jdbc.sql("update document_chunk set document = ?, n = 0 where n = 1")
                .param(second)
                .update();

        damaged(first);
        damaged(second);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void refusesARowThatSaysSomethingElse(Database database) {
        for (var change :
                List.of("media_type = 'text/html'", "size = size + 1", "sha256 = '%s'".formatted("0".repeat(64)))) {
            open(database);
            var id = stored("a.pdf", Samples.pdf()).id();
            jdbc.sql("update document set " + change).update();
            damaged(id);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void refusesADocumentMovedToAnotherOwner(Database database) {
        open(database);
        var id = stored("a.pdf", Samples.pdf()).id();
        var mine = new Owner("request", UUID.randomUUID());
        documents.store(mine, "b.pdf", new ByteArrayInputStream(Samples.png()), applicant);
        jdbc.sql("update document set owner_id = ? where id = ?")
                .params(mine.id(), id)
                .update();

        damaged(id);
    }

    private DataSource source;

    private void open(Database database) {
        source = database.migrated();
        jdbc = JdbcClient.create(source);
        documents = DocumentFixture.documents(
                source, (owner, id, person) -> false, (owner, id, person) -> person == applicant);
        trail = AuditFixture.trail(source, new DataSourceTransactionManager(source), Clock.systemUTC());
    }

    private Storing store(String name, byte[] content) {
        return documents.store(OWNER, name, new ByteArrayInputStream(content), applicant);
    }

    private Document stored(String name, byte[] content) {
        return ((Stored) store(name, content)).document();
    }

    private String rejected(byte[] content) {
        return ((Rejected) store("a.pdf", content)).code();
    }

    private void damaged(UUID id) {
        assertThatThrownBy(() -> documents.open(id, applicant))
                .isInstanceOf(DocumentDamaged.class)
                .hasMessage("The document %s is not what was stored.".formatted(id));
    }

    private List<String> codes() {
        return trail.entries("district", 0, 100).stream().map(Entry::code).toList();
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
    }
}
