package cn.qiaotong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The shared loops and one shipped service with a changed model, in a directory of their own, for a desk of their own. */
final class ChangedService {

    private ChangedService() {}

    /** Where the changed service is, as the property {@code qiaotong.services} wants it. */
    static String at(String service, UnaryOperator<String> change) {
        try {
            var root = Files.createTempDirectory("services");
            for (var folder : new String[] {"shared", service}) {
                copy(Path.of("bpmn", folder), Files.createDirectory(root.resolve(folder)));
            }
            var model = root.resolve(service).resolve(service + ".bpmn");
            var before = Files.readString(model);
            var after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalArgumentException("The change changes nothing in " + service);
            }
            Files.writeString(model, after);
            return root.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
