package cn.qiaotong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A note beside the demo's data while the weeks before its first start are being made. The application is not reached before
 * they are, so data under such a note hold nothing of anybody's and are made again from the beginning.
 */
record LifeNote(Path folder) {

    private static final List<String> HALF_MADE = List.of("data.mv.db", "data.trace.db");

    /** Takes away what a start that was stopped left half made. */
    void clear() {
        try {
            if (Files.exists(begun())) {
                for (var file : HALF_MADE) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                done();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void begin() {
        try {
            Files.createDirectories(folder);
            Files.writeString(begun(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void done() {
        try {
            Files.deleteIfExists(begun());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path begun() {
        return folder.resolve("life.begun");
    }
}
