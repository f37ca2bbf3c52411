package cn.qiaotong.dashboard;

import cn.qiaotong.dashboard.Initiative.Mode;
import cn.qiaotong.dashboard.Initiative.Office;
import cn.qiaotong.dashboard.Initiative.Remark;
import cn.qiaotong.dashboard.Initiative.Section;
import cn.qiaotong.dashboard.Initiative.Standing;
import cn.qiaotong.dashboard.Initiative.Status;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the file of the plan's initiatives and refuses what it cannot mean, naming the row and the fix. */
final class PlanReader {

    private static final Set<String> FIELDS = Set.of(
            "number",
            "quote",
            "texts",
            "section",
            "mode",
            "year",
            "service",
            "information",
            "office",
            "status",
            "next",
            "note");
    private static final Pattern SECTION = Pattern.compile("([1-9])\\(([1-9])\\)([1-9]?)");

    private final String file;
    private final Predicate<String> known;

    /** The predicate says of a key whether there is such a service. */
    PlanReader(String file, Predicate<String> known) {
        this.file = file;
        this.known = known;
    }

    Plan read(InputStream yaml) {
        try {
            var content =
                    new PlanFields(file, "the file", PlanYaml.yaml().load(yaml)).only(Set.of("plan", "initiatives"));
            var title = content.texts("plan");
            var initiatives = new ArrayList<Initiative>();
            for (var row : content.list("initiatives")) {
                initiatives.add(initiative(row, initiatives.size() + 1));
            }
            return new Plan(title, initiatives);
        } catch (MarkedYAMLException e) {
            throw new PlanRefused(
                    file,
                    "line " + (e.getProblemMark().getLine() + 1),
                    "this is not YAML: %s.".formatted(e.getProblem()));
        } catch (YAMLException e) {
            throw new PlanRefused(file, "the file", "this is not YAML.");
        }
    }

    private Initiative initiative(Object content, int expected) {
        var number = content instanceof Map<?, ?> map ? map.get("number") : null;
        var row = new PlanFields(file, number == null ? "row " + expected : "initiative " + number, content);
        if (!Integer.valueOf(expected).equals(number)) {
            throw row.refused(
                    "%d is missing; the initiatives are numbered from 1 without a gap, each once.".formatted(expected));
        }
        return read(row.only(FIELDS), expected);
    }

    private Initiative read(PlanFields row, int number) {
        return new Initiative(
                number,
                row.words("section").stream()
                        .map(written -> section(row, written))
                        .toList(),
                row.has("mode") ? row.words("mode", Mode.class) : List.of(),
                row.has("year") ? Optional.of(row.number("year")) : Optional.empty(),
                row.withQuote(row.texts("texts", PlanFields.TRANSLATIONS)),
                services(row),
                row.has("information") ? row.texts("information") : Map.of(),
                office(row.part("office", Set.of("section", "texts"))),
                standing(row.part("status", Set.of("value", "as_of", "source"))),
                remark(row.part("next", Set.of("source", "texts"))),
                remark(row.part("note", Set.of("date", "source", "texts"))));
    }

    private static Office office(PlanFields office) {
        return new Office(section(office, office.text("section")), office.texts("texts"));
    }

    private static Standing standing(PlanFields status) {
        return new Standing(status.word("value", Status.class), status.date("as_of"), isDemo(status));
    }

    private static Remark remark(PlanFields remark) {
        var date = remark.has("date") ? Optional.of(remark.date("date")) : Optional.<LocalDate>empty();
        return new Remark(date, isDemo(remark), remark.texts("texts"));
    }

    private static boolean isDemo(PlanFields part) {
        return switch (part.text("source")) {
            case "PLAN" -> false;
            case "DEMO" -> true;
            default -> throw part.refused("the source is PLAN where the plan itself says it, and DEMO otherwise.");
        };
    }

    private static Section section(PlanFields row, String written) {
        var section = SECTION.matcher(written);
        if (!section.matches()) {
            throw row.refused("the section '%s' is written as 3(4)2 or 2(3): part, chapter, item.".formatted(written));
        }
        var item = section.group(3);
        return new Section(
                Integer.parseInt(section.group(1)),
                Integer.parseInt(section.group(2)),
                item.isEmpty() ? 0 : Integer.parseInt(item));
    }

    private List<String> services(PlanFields row) {
        if (row.has("service") == row.has("information")) {
            throw row.refused(
                    "name the services that carry it out in 'service', or say in 'information' why none does: one of the two.");
        }
        var services = row.has("service") ? row.words("service") : List.<String>of();
        for (var service : services) {
            if (!known.test(service)) {
                throw row.refused(
                        "there is no service '%s'; write the name of a folder below bpmn/.".formatted(service));
            }
        }
        return services;
    }
}
