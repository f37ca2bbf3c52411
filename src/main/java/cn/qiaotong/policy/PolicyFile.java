package cn.qiaotong.policy;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A folder's policies.yaml: its sources, then its rows, each mistake named with the row and the fix. */
final class PolicyFile {

    private static final Set<String> SOURCE_FIELDS = Set.of("title", "number", "url", "published");

    private final String file;
    private final Map<String, Source> sources = new HashMap<>(Map.of(Source.DEMO.key(), Source.DEMO));

    private PolicyFile(String file) {
        this.file = file;
    }

    static List<PolicyRow> read(String file, InputStream yaml) throws PolicyInvalid {
        try {
            Object content = PlainYaml.yaml().load(yaml);
            return new PolicyFile(file).rows(new Fields(file, "the file", content).only(Set.of("sources", "rows")));
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null
                    ? "the file"
                    : "line " + (e.getProblemMark().getLine() + 1);
            throw new PolicyInvalid(file, line, "this is not YAML: %s.".formatted(e.getProblem()));
        } catch (YAMLException e) {
            throw new PolicyInvalid(file, "the file", "this is not YAML.");
        }
    }

    private List<PolicyRow> rows(Fields content) throws PolicyInvalid {
        for (var entry : content.map("sources").entrySet()) {
            sources.put(entry.getKey(), source(entry.getKey(), entry.getValue()));
        }
        var rows = new ArrayList<PolicyRow>();
        for (var row : content.list("rows")) {
            rows.add(new RowReader(file, rows.size() + 1, sources).read(row));
        }
        new Timelines(file).check(rows);
        return List.copyOf(rows);
    }

    private Source source(String key, Object content) throws PolicyInvalid {
        var fields = new Fields(file, "source '" + key + "'", content).only(SOURCE_FIELDS);
        if (!key.matches("[A-Za-z0-9._-]{1,60}") || key.equals(Source.DEMO.key())) {
            throw fields.invalid("name it with 1 to 60 letters, digits, dots, hyphens and underscores, and not DEMO.");
        }
        return new Source(
                key,
                fields.requiredText("title", "write 'title', the name of the document."),
                fields.text("number"),
                fields.text("url"),
                fields.date("published"));
    }
}
