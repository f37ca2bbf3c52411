package cn.qiaotong.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.TreeMap;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The folders below {@code bpmn/} as found on the class path, in the IDE and in the packaged program alike. */
final class ServiceFolders {

    private final TreeMap<String, ServiceFolder> byName = new TreeMap<>();

    private ServiceFolders() {}

    static ServiceFolders on(ResourcePatternResolver resources, String root) {
        var folders = new ServiceFolders();
        try {
            for (var resource : resources.getResources(root + "*/*.*")) {
                var path = resource.getURL().getPath();
                var parts = path.substring(0, path.lastIndexOf('/'));
                folders.put(
                        parts.substring(parts.lastIndexOf('/') + 1),
                        resource.getFilename(),
                        resource.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }

    static ServiceFolders of(Collection<ServiceFolder> all) {
        var folders = new ServiceFolders();
        all.forEach(folder -> folders.byName.put(folder.name(), folder));
        return folders;
    }

    private void put(String folder, String file, byte[] content) {
        byName.computeIfAbsent(folder, name -> new ServiceFolder(name, new TreeMap<>()))
                .files()
                .put(file, content);
    }

    Collection<ServiceFolder> services() {
        return byName.values().stream()
                .filter(folder -> !folder.name().equals(ServiceFolder.SHARED))
                .toList();
    }

    ServiceFolder shared() {
        return byName.getOrDefault(ServiceFolder.SHARED, new ServiceFolder(ServiceFolder.SHARED, new TreeMap<>()));
    }
}
