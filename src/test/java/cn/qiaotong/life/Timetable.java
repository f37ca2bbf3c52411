package cn.qiaotong.life;

import cn.qiaotong.life.Scene.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** When the acts of one request happen: in office hours, each after the one before, all of them in the past. */
final class Timetable {

    /** How long after it has come a step is taken by somebody, where nobody decides it. */
    static final Duration A_WHILE = Duration.ofMinutes(5);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int LAST_MINUTE = 8 * 60;
    private static final int FIRST_ACT = 4 * 60;
    private static final int CLOSING = 8 * 60 + 30;

    private final OfficeDays days;
    private final Ages ages;
    private final int horizon;
    private final Random chance;

    Timetable(OfficeDays days, Ages ages, int horizon, Random chance) {
        this.days = days;
        this.ages = ages;
        this.horizon = horizon;
        this.chance = chance;
    }

    /** The times of the first acts of an example, the last of them so many working days ago. */
    List<Instant> endingBefore(Scene scene, int acts, int workingDaysAgo) {
        return ending(gaps(scene, acts), days.back(days.last(), workingDaysAgo));
    }

    /** The times of a whole example that was over at some time within the horizon. */
    List<Instant> whole(Scene scene) {
        var gaps = gaps(scene, scene.turns().size());
        var room = days.within(horizon) - gaps.stream().mapToInt(gap -> gap).sum() - scene.quietAtTheEnd();
        var ago = scene.quietAtTheEnd() + (room > 0 ? chance.nextInt(room) : 0);
        return ending(gaps, days.back(days.last(), ago));
    }

    private List<Integer> gaps(Scene scene, int acts) {
        return IntStream.range(1, acts)
                .mapToObj(number ->
                        gap(scene, scene.turns().get(number - 1), scene.turns().get(number)))
                .toList();
    }

    private int gap(Scene scene, Turn before, Turn turn) {
        if (turn.quietBefore() > 0) {
            return turn.quietBefore();
        }
        if (before.isOfOneBranch()) {
            return turn.isOfOneBranch() ? 0 : chance.nextInt(2);
        }
        return ages.untilActed(scene.folder().service(), turn);
    }

    private List<Instant> ending(List<Integer> gaps, LocalDate last) {
        var times = times(gaps, last);
        var end = times.get(times.size() - 1).plus(A_WHILE);
        return end.isBefore(days.now()) ? times : ending(gaps, days.back(last, 1));
    }

    private List<Instant> times(List<Integer> gaps, LocalDate last) {
        var day = days.back(last, gaps.stream().mapToInt(gap -> gap).sum());
        var minute = chance.nextInt(FIRST_ACT);
        var times = new ArrayList<>(List.of(at(day, minute)));
        for (var gap : gaps) {
            day = days.ahead(day, gap);
            minute = gap > 0 ? chance.nextInt(LAST_MINUTE) : later(minute);
            times.add(at(day, minute));
        }
        return times;
    }

    /** Some time later on the same day, before the desk closes: what comes after that counts as of the next working day. */
    private int later(int minute) {
        return minute + Math.max(1, Math.min(10 + chance.nextInt(80), (CLOSING - minute) / 2));
    }

    private static Instant at(LocalDate day, int minuteOfWork) {
        return OfficeDays.at(day, MORNING).plusSeconds(60L * minuteOfWork);
    }
}
