package cn.qiaotong;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Invalid;
import cn.qiaotong.form.Typed;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers drawn by chance that a form takes: choices among all that it offers, and for what has to look like something, such
 * as the number of a paper, what the examples of all folders say to a field of that name. What the form refuses is drawn again.
 */
final class Drawn {

    private static final int MOST_TRIES = 400;
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "5", "12", "18", "30", "46", "100", "5000", "500000", "2000000");
    private static final List<String> UNKNOWN = List.of("说明", "ABC123456789012");
    private static final Map<String, List<String>> SAID = said();

    private final Random random;
    private final CheckContexts contexts;

    Drawn(Random random, CheckContexts contexts) {
        this.random = random;
        this.contexts = contexts;
    }

    /** Answers to a form, beside what was answered before to fields that it does not ask again. */
    Map<String, String> answers(Form form, Map<String, Object> before) {
        var answers = new LinkedHashMap<String, String>();
        var skipped = new LinkedHashSet<String>();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (fill(form, answers, skipped, before)) {
                continue;
            }
            var wrong = wrong(form, answers, before);
            if (wrong.isEmpty()) {
                return Made.filled(shown(form, answers, before));
            }
            wrong.forEach(name -> {
                answers.remove(name);
                answers.keySet().removeIf(key -> key.startsWith(name + "."));
                skipped.remove(name);
            });
        }
        throw new AssertionError("%s takes no answers: %s".formatted(form.id(), wrong(form, answers, before)));
    }

    /** Answers everything that shows and has no answer yet; says whether there was anything. */
    private boolean fill(Form form, Map<String, String> answers, Set<String> skipped, Map<String, Object> before) {
        var open = form.visible(typed(form, answers), contexts.now(before)).stream()
                .filter(name -> !answers.containsKey(name) && !skipped.contains(name))
                .flatMap(name -> control(form, name).stream().map(field -> Map.entry(name, field)))
                .toList();
        open.forEach(each -> {
            var field = each.getValue();
            if (field.type() == FieldType.DYNAMICLIST) {
                field.children().stream()
                        .filter(child -> child.type().answers())
                        .findFirst()
                        .ifPresent(child ->
                                answers.putIfAbsent("%s.0.%s".formatted(field.key(), child.key()), value(child)));
                skipped.add(each.getKey());
            } else if (field.type() == FieldType.EXPRESSION || !field.required() && random.nextInt(3) == 0) {
                skipped.add(each.getKey());
            } else {
                answers.put(each.getKey(), value(field));
            }
        });
        return !open.isEmpty();
    }

    private Set<String> wrong(Form form, Map<String, String> answers, Map<String, Object> before) {
        return form.check(typed(form, Made.filled(shown(form, answers, before))), contexts.now(before))
                        instanceof Invalid invalid
                ? invalid.errors().stream().map(FieldError::key).collect(Collectors.toSet())
                : Set.of();
    }

    /** Without what was answered to a field that no longer shows. */
    private Map<String, String> shown(Form form, Map<String, String> answers, Map<String, Object> before) {
        var visible = form.visible(typed(form, answers), contexts.now(before));
        var shown = new LinkedHashMap<>(answers);
        shown.keySet().retainAll(visible);
        return shown;
    }

    private static List<Field> control(Form form, String name) {
        return form.field(name.substring(name.lastIndexOf('.') + 1)).stream().toList();
    }

    private static Typed typed(Form form, Map<String, String> answers) {
        return Acts.typed(form, answers, paper -> "00000000-0000-0000-0000-000000000000");
    }

    private String value(Field field) {
        var said = SAID.getOrDefault(field.key(), List.of());
        return switch (field.type()) {
            case RADIO, SELECT ->
                one(field.options().stream().map(Field.Option::value).toList());
            case CHECKLIST, TAGLIST ->
                some(field.options().stream().map(Field.Option::value).toList());
            case CHECKBOX -> "true";
            case FILEPICKER -> "paper.pdf";
            case NUMBER -> one(Stream.concat(said.stream(), NUMBERS.stream()).toList());
            case DATETIME -> one(Stream.concat(said.stream(), days()).toList());
            default -> one(said.isEmpty() ? UNKNOWN : said);
        };
    }

    private Stream<String> days() {
        return IntStream.of(-4000, -400, -30, -1, 0, 1, 10, 60, 700)
                .mapToObj(days -> contexts.today().plusDays(days).toString());
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String some(List<String> all) {
        var chosen = all.stream().filter(each -> random.nextBoolean()).toList();
        return chosen.isEmpty() ? one(all) : String.join(", ", chosen);
    }

    /** What the examples say to each field, by its key. */
    private static Map<String, List<String>> said() {
        var said = new TreeMap<String, LinkedHashSet<String>>();
        for (var folder : ServiceExamples.all()) {
            var examples = folder.examples().keySet().stream().map(folder::answers);
            var acts = folder.scenarios().values().stream()
                    .flatMap(List::stream)
                    .filter(act -> act.about() instanceof Map)
                    .map(act -> act.word().equals("apply") ? folder.answers(act.about()) : act.answers());
            Stream.concat(examples, acts)
                    .flatMap(answers -> answers.entrySet().stream())
                    .forEach(answer -> said.computeIfAbsent(
                                    answer.getKey().substring(answer.getKey().lastIndexOf('.') + 1),
                                    key -> new LinkedHashSet<>())
                            .add(answer.getValue()));
        }
        return said.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
    }
}
