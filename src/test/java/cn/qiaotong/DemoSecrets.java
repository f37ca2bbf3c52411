package cn.qiaotong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The keys, the client secret and the people's password of one demo, made on the first start and kept in a file that only
 * its owner reads, so that yesterday's data opens today and no two demos share a secret.
 */
record DemoSecrets(String vaultKey, String indexKey, String clientSecret, String password) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    static DemoSecrets keptIn(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            var kept = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return new DemoSecrets(
                    kept.getProperty("vault-key"),
                    kept.getProperty("index-key"),
                    kept.getProperty("client-secret"),
                    kept.getProperty("password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file) throws IOException {
        var made = new Properties();
        made.setProperty("vault-key", key());
        made.setProperty("index-key", key());
        made.setProperty("client-secret", key());
        made.setProperty("password", words());
        Files.createDirectories(file.getParent());
        var part = Files.createTempFile(file.getParent(), "secrets", ".part");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        try (var writer = Files.newBufferedWriter(part)) {
            made.store(writer, "Made for this demo only");
        }
        Files.move(part, file);
    }

    private static String key() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String words() {
        var password = new StringBuilder();
        for (var i = 0; i < 15; i++) {
            password.append(i % 5 == 4 ? '-' : LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))).toString();
    }
}
