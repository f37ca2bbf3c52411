package cn.qiaotong.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Stops the start: a service folder has mistakes. The message lists each with file, element and the fix. */
public final class FolderRefused extends RuntimeException {

    private final String folder;

    FolderRefused(String folder, List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  ", "The service folder bpmn/%s cannot be used.\n  ".formatted(folder), "")));
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }
}
