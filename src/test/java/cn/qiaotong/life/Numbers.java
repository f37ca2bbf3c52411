package cn.qiaotong.life;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers that nobody holds. Identity cards begin with 99, which is no province; the residence permits, whose first digits are
 * fixed, are of people born in the first years of the last century; other documents end a series that has not
 * come so far; telephones begin as no subscriber's do. Where a number has a check character every possible one is proposed.
 */
final class Numbers {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String RESIDENT = "\\d{17}[0-9X]";
    private static final String RESIDENCE_PERMIT = "8[123]0000\\d{11}[0-9X]";
    private static final int FREE_DIGITS = 3;
    private static final LocalDate OLDEST = LocalDate.of(1955, 1, 1);
    private static final int DAYS = 45 * 365;

    private Numbers() {}

    /** Numbers of the same shape as this one, of which a form takes one. */
    static Stream<String> like(String example, Random chance) {
        if (example.matches(RESIDENCE_PERMIT)) {
            return lasts(
                    "%s190%d0101%03d#".formatted(example.substring(0, 6), chance.nextInt(6), chance.nextInt(1000)));
        }
        if (example.matches(RESIDENT)) {
            var birth = OLDEST.plusDays(chance.nextInt(DAYS)).format(DateTimeFormatter.BASIC_ISO_DATE);
            return lasts("990704%s%03d#".formatted(birth, chance.nextInt(1000)));
        }
        var own = endOfSeries(example, chance);
        return Stream.concat(Stream.of(own), lasts(own));
    }

    static String telephone(Locale language, Random chance) {
        var number = "%04d".formatted(chance.nextInt(10_000));
        if (language.equals(Locale.SIMPLIFIED_CHINESE)) {
            return "1000750" + number;
        }
        return language.equals(Locale.ENGLISH) ? "+853 1000 " + number : "+852 1000 " + number;
    }

    /** The same letters with nines, and a few digits of its own at the end. */
    private static String endOfSeries(String example, Random chance) {
        var own = new StringBuilder(example);
        var left = FREE_DIGITS;
        for (var place = example.length() - 1; place >= 0; place--) {
            if (Character.isDigit(example.charAt(place))) {
                own.setCharAt(place, left-- > 0 ? (char) ('0' + chance.nextInt(10)) : '9');
            }
        }
        return own.toString();
    }

    private static Stream<String> lasts(String number) {
        var last = IntStream.iterate(number.length() - 1, place -> place >= 0, place -> place - 1)
                .filter(place -> Character.isLetterOrDigit(number.charAt(place)) || number.charAt(place) == '#')
                .findFirst()
                .orElse(0);
        return CHARACTERS
                .chars()
                .mapToObj(character -> number.substring(0, last) + (char) character + number.substring(last + 1));
    }
}
