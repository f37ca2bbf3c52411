package cn.qiaotong.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of one folder below {@code bpmn/}, as they are on the class path. The folder's name is the service's key, its
 * process id and its place in every URL.
 */
record ServiceFolder(String name, SortedMap<String, byte[]> files) {

    static final String SHARED = "shared";

    Optional<byte[]> file(String fileName) {
        return Optional.ofNullable(files.get(fileName));
    }

    Optional<String> text(String fileName) {
        return file(fileName).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    SortedMap<String, byte[]> ending(String suffix) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(suffix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** What the engine keeps of this folder together with the shared loops: models, decisions and forms, never words. */
    Map<String, byte[]> deployable(ServiceFolder shared) {
        var files = new TreeMap<String, byte[]>();
        for (var suffix : new String[] {".bpmn", ".dmn", ".form"}) {
            files.putAll(shared.ending(suffix));
            files.putAll(ending(suffix));
        }
        return files;
    }
}
