package cn.qiaotong.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML that reads as it looks: exact decimals, true and false only, dates that exist. The parser's own rules make 010 an
 * eight, 17:30 a number, off a boolean, and 30 February a day in March.
 */
final class PlainYaml extends SafeConstructor {

    /** Something written like a date that is none. */
    record NoDate(String text) {}

    private PlainYaml(LoaderOptions options) {
        super(options);
        yamlConstructors.put(Tag.INT, new Scalar(PlainYaml::number));
        yamlConstructors.put(Tag.FLOAT, new Scalar(PlainYaml::number));
        yamlConstructors.put(Tag.BOOL, new Scalar(PlainYaml::truth));
        yamlConstructors.put(Tag.TIMESTAMP, new Scalar(PlainYaml::date));
    }

    static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new PlainYaml(options));
    }

    private static Object number(String text) {
        return text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?") ? new BigDecimal(text) : text;
    }

    private static Object truth(String text) {
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return new NoDate(text);
        }
    }

    private static final class Scalar extends AbstractConstruct {

        private final Function<String, Object> reading;

        Scalar(Function<String, Object> reading) {
            this.reading = reading;
        }

        @Override
        public Object construct(Node node) {
            return reading.apply(((ScalarNode) node).getValue());
        }
    }
}
