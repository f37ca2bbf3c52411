package cn.qiaotong.life;

import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Invalid;
import cn.qiaotong.form.Typed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;

/**
 * What a made-up applicant answers where the example's person would answer for themselves: a name, a telephone that nobody
 * has, a number that was never given to anybody, a day as near as in the example, another branch. What the form refuses
 * stays as the example has it.
 */
final class MadeUp {

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final int NEAR = 1000;

    private final Form form;
    private final Supplier<CheckContext> context;
    private final Plan plan;
    private final Townspeople people;
    private final Random chance;
    private final Map<String, String> said = new LinkedHashMap<>();

    MadeUp(Form form, Supplier<CheckContext> context, Plan plan, Townspeople people, Random chance) {
        this.form = form;
        this.context = context;
        this.plan = plan;
        this.people = people;
        this.chance = chance;
    }

    /** The answers of the example as this applicant gives them; who answers twice says the same. */
    Map<String, String> answers(Map<String, String> example) {
        var answers = new LinkedHashMap<>(example);
        answers.replaceAll((key, answer) -> near(answer));
        var possible = refused(answers);
        for (var key : example.keySet()) {
            form.field(key).ifPresent(field -> ownWords(field, answers, possible));
        }
        return answers;
    }

    private void ownWords(Field field, Map<String, String> answers, Set<String> possible) {
        var before = answers.get(field.key());
        if (said.containsKey(field.key())) {
            answers.put(field.key(), said.get(field.key()));
            return;
        }
        var own = proposals(field, before)
                .filter(proposal -> {
                    answers.put(field.key(), proposal);
                    return possible.containsAll(refused(answers));
                })
                .findFirst()
                .orElse(before);
        answers.put(field.key(), own);
        if (!own.equals(before)) {
            said.put(field.key(), own);
        }
    }

    private Stream<String> proposals(Field field, String example) {
        if (field.property("normalise").filter("id"::equals).isPresent()) {
            return Numbers.like(example, chance);
        }
        return switch (field.property("autocomplete").orElse("")) {
            case "name" -> Stream.of(plan.applicant().name());
            case "tel" -> Stream.of(Numbers.telephone(plan.applicant().language(), chance));
            case "email" -> plan.applicant().signIn().email().stream();
            default -> field.type().offersOptions() ? otherBranch(field, example).stream() : Stream.empty();
        };
    }

    private Optional<String> otherBranch(Field field, String example) {
        if (plan.scene().mentions(example)) {
            return Optional.empty();
        }
        var offered = field.options().stream().map(Field.Option::value).collect(Collectors.toSet());
        var like = people.like(example).stream().filter(offered::contains).toList();
        return like.isEmpty() ? Optional.empty() : Optional.of(like.get(chance.nextInt(like.size())));
    }

    /** A day near the example's beginning is as near to the request's. */
    private String near(String answer) {
        if (!answer.matches(DAY)) {
            return answer;
        }
        var day = LocalDate.parse(answer);
        var begins = plan.scene().begins();
        var far = begins.until(day, ChronoUnit.DAYS);
        return Math.abs(far) > NEAR
                ? answer
                : OfficeDays.dayOf(plan.times().get(0)).plusDays(far).toString();
    }

    private Set<String> refused(Map<String, String> answers) {
        var typed = new LinkedMultiValueMap<String, String>();
        answers.forEach(typed::add);
        return form.check(Typed.of(typed), context.get()) instanceof Invalid invalid
                ? invalid.errors().stream().map(FieldError::key).collect(Collectors.toSet())
                : Set.of();
    }

    /** What somebody has typed who has come half way, without files. */
    Map<String, String> half(Map<String, String> example) {
        var answers = answers(example);
        var typed = form.fields().stream()
                .filter(field -> field.type() != FieldType.FILEPICKER)
                .map(Field::key)
                .filter(answers::containsKey)
                .toList();
        return firstHalf(typed).stream().collect(Collectors.toMap(key -> key, answers::get));
    }

    private static List<String> firstHalf(List<String> keys) {
        return keys.subList(0, (keys.size() + 1) / 2);
    }
}
