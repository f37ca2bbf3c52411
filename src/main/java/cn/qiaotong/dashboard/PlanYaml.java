package cn.qiaotong.dashboard;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/** Leaves dates as they are written, for the parser's own are lenient, and refuses a field written twice. */
final class PlanYaml extends SafeConstructor {

    private PlanYaml(LoaderOptions options) {
        super(options);
        yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
    }

    static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new PlanYaml(options));
    }
}
