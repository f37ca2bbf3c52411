package cn.qiaotong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The realm's way into a Keycloak database, taken once: a note beside the database says from which files it was made. A
 * database that a stopped first start left half made has only the note's beginning, and is made again.
 */
final class RealmImport {

    private static final Path REALM = Path.of("realm/qiaotong-realm.json");

    private final Path database;
    private final Path note;
    private final Path begun;
    private final boolean needed;

    private RealmImport(Path folder) {
        this.database = folder.resolve("database.mv.db");
        this.note = folder.resolve("realm.sha256");
        this.begun = folder.resolve("realm.sha256.begun");
        this.needed = Files.notExists(database) || Files.exists(begun);
    }

    static RealmImport into(Path folder) {
        return new RealmImport(folder);
    }

    boolean isNeeded() {
        return needed;
    }

    /** Lays the realm and the demo people out for Keycloak to read, if it has to. */
    void prepare(Path importFolder) throws IOException {
        if (needed) {
            Files.writeString(begun, fingerprint());
            Files.deleteIfExists(database);
            var realm = DemoPerson.Json.object(REALM);
            realm.set("users", people());
            var file = Files.createDirectories(importFolder).resolve("qiaotong-realm.json");
            DemoPerson.Json.MAPPER.writeValue(file.toFile(), realm);
        }
    }

    private static JsonNode people() {
        var users = DemoPerson.Json.read(DemoPerson.FILE).path("users");
        users.forEach(user -> ((ObjectNode) user)
                .put("id", DemoPerson.subject(user.path("username").asText())));
        return users;
    }

    /** Notes that the realm is in the database, whole. */
    void done() {
        try {
            if (needed) {
                Files.move(begun, note, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the realm's files have changed since the database was made. */
    boolean isOutdated() {
        try {
            return Files.exists(note) && !Files.readString(note).equals(fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : List.of(REALM, DemoPerson.FILE)) {
                digest.update(Files.readString(file).replace("\r", "").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
