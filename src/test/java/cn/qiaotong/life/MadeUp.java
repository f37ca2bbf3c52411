package cn.qiaotong.life;

import cn.qiaotong.Acts;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Invalid;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a made-up applicant answers where the example's person would answer for themselves: a name, a telephone that nobody
 * has, a number that was never given to anybody, a day as near as in the example, another branch. What would make
 * right answers wrong stays as the example has it.
 */
final class MadeUp {

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final int NEAR = 1000;
    private static final int SOON = 3;

    private final Form form;
    private final Supplier<CheckContext> context;
    private final Plan plan;
    private final Townspeople people;
    private final Random chance;
    private final Map<String, String> said = new LinkedHashMap<>();
    private Form asking;

    MadeUp(Form form, Supplier<CheckContext> context, Plan plan, Townspeople people, Random chance) {
        this.form = form;
        this.asking = form;
        this.context = context;
        this.plan = plan;
        this.people = people;
        this.chance = chance;
    }

    /** From now on it is this form that asks. */
    void asks(Form step) {
        asking = step;
    }

    /** The answers of the example as this applicant gives them; who answers a question again says the same. */
    Map<String, String> answers(Map<String, String> example) {
        var answers = new LinkedHashMap<>(example);
        answers.replaceAll((key, answer) -> said.getOrDefault(key, near(answer)));
        if (isRight(answers)) {
            form.fields().stream()
                    .filter(field -> answers.containsKey(field.key()) && !said.containsKey(field.key()))
                    .forEach(field -> ownWords(field, answers));
        }
        return onTheirDays(answers);
    }

    private void ownWords(Field field, Map<String, String> answers) {
        var before = answers.get(field.key());
        var own = proposals(field, before)
                .filter(proposal -> {
                    answers.put(field.key(), proposal);
                    return isRight(answers);
                })
                .findFirst();
        own.ifPresentOrElse(words -> said.put(field.key(), words), () -> answers.put(field.key(), before));
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

    /** What was a day to come, or one that had been, in the example is one here, too, however fast or slowly things went. */
    private Map<String, String> onTheirDays(Map<String, String> answers) {
        var now = context.get();
        if (asking.check(Acts.typed(asking, answers, field -> field), now) instanceof Invalid invalid) {
            invalid.errors().stream()
                    .filter(error -> answers.getOrDefault(error.key(), "").matches(DAY))
                    .forEach(error -> answers.put(
                            error.key(),
                            (error.code().equals("date.max")
                                            ? now.today()
                                            : now.today().plusDays(SOON))
                                    .toString()));
        }
        return answers;
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

    private boolean isRight(Map<String, String> answers) {
        return !(form.check(Acts.typed(form, answers, field -> field), context.get()) instanceof Invalid);
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
