package cn.qiaotong;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Numbers made for one application: valid, synthetic, and the same wherever they stand in it. */
final class Made {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int BODY = 8;
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private Made() {}

    /** The text with its placeholders filled for the application of this id. */
    static String filled(String text, UUID application) {
        return text.replace("{n}", number(application)).replace("{uscc}", uscc(application));
    }

    /** Answers of an application of their own. */
    static Map<String, String> filled(Map<String, String> answers) {
        var application = UUID.randomUUID();
        var filled = new LinkedHashMap<String, String>();
        answers.forEach((field, text) -> filled.put(field, filled(text, application)));
        return filled;
    }

    /** The answers as if the examples' first day were this one: each day in them is as far from it as before. */
    static Map<String, String> asOf(LocalDate firstDay, Map<String, String> answers) {
        var moved = new LinkedHashMap<>(answers);
        moved.replaceAll((field, text) -> text.matches(DAY) ? moved(firstDay, LocalDate.parse(text)) : text);
        return moved;
    }

    private static String moved(LocalDate firstDay, LocalDate day) {
        return firstDay.plusDays(ChronoUnit.DAYS.between(ServiceExamples.FIRST_DAY, day))
                .toString();
    }

    private static String number(UUID application) {
        return "%09d".formatted(Math.floorMod(application.getLeastSignificantBits(), 1_000_000_000L));
    }

    /** A unified social credit code (GB 32100-2015) of a registration area of Jiangmen, with its check character. */
    private static String uscc(UUID application) {
        var body = new StringBuilder("91440704M");
        var bits = application.getMostSignificantBits();
        for (int place = 0; place < BODY; place++) {
            body.append(ALPHABET.charAt(Math.floorMod(bits >> (5 * place), ALPHABET.length())));
        }
        return body.append(check(body)).toString();
    }

    private static char check(CharSequence body) {
        var weights = IntStream.iterate(1, weight -> weight * 3 % ALPHABET.length())
                .limit(body.length())
                .toArray();
        var sum = IntStream.range(0, body.length())
                .map(place -> ALPHABET.indexOf(body.charAt(place)) * weights[place])
                .sum();
        return ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
    }
}
