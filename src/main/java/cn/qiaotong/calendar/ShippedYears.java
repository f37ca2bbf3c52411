package cn.qiaotong.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/** The years that come with the program, one file each under {@code calendar/}. */
final class ShippedYears {

    private ShippedYears() {}

    static List<CalendarYear> all() {
        try {
            var years = new ArrayList<CalendarYear>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:calendar/*-*.yaml")) {
                years.add(read(file));
            }
            return List.copyOf(years);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CalendarYear read(Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            Map<String, Object> year = new Yaml(new DatesAsWritten()).load(in);
            return new CalendarYear(
                    (String) year.get("calendar"),
                    (Integer) year.get("year"),
                    (String) year.get("source"),
                    (String) year.get("note"),
                    days(year.get("days-off")),
                    days(year.get("workdays")));
        }
    }

    private static TreeSet<LocalDate> days(Object list) {
        var days = new TreeSet<LocalDate>();
        for (var day : (List<?>) list) {
            days.add(LocalDate.parse((String) day));
        }
        return days;
    }

    /** Leaves dates as text: the parser's own dates are lenient and turn 30 February into 2 March. */
    private static final class DatesAsWritten extends SafeConstructor {

        DatesAsWritten() {
            super(new LoaderOptions());
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }
    }
}
