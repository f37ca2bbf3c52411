package cn.qiaotong.life;

import cn.qiaotong.Acts;
import cn.qiaotong.MutableClock;
import cn.qiaotong.ServiceExamples;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.SignIn;
import cn.qiaotong.notification.Post;
import cn.qiaotong.process.EngineClock;
import cn.qiaotong.worklist.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;

/**
 * The weeks before a present moment as they are lived: what was planned happens in the order of time, and in between timers
 * fire, promises run out and messages are sent. Afterwards both clocks show the machine's time.
 */
public final class Life {

    private static final int DAYS = 60;
    private static final Duration UNREAD = Duration.ofDays(6);

    private final BeanFactory beans;
    private final MutableClock clock;
    private final Random chance;
    private final OfficeDays days;
    private final Townspeople people;
    private final Acts acts;
    private final List<String> stuck = new ArrayList<>();

    /** A life up to the instant that the clock shows, of these people; the same seed draws the same life. */
    public Life(BeanFactory beans, MutableClock clock, Collection<SignIn> known, long seed) {
        this.beans = beans;
        this.clock = clock;
        this.chance = new Random(seed);
        this.days = new OfficeDays(beans.getBean(WorkingCalendars.class).of("CN"), clock.instant());
        this.people = new Townspeople(beans.getBean(People.class), beans.getBean(Waits.class), known, chance);
        this.acts = Acts.with(beans, people);
    }

    /** Lives through so many requests, or more where the services have more ends and steps than that. */
    public void live(int requests, Progress progress) {
        var plans = plans(requests);
        var events = events(plans);
        try {
            var upkeep = new Upkeep(
                    beans, clock, acts, OfficeDays.dayOf(events.get(0).at()));
            people.arrive();
            var done = 0;
            for (var next : events) {
                upkeep.until(next.at());
                next.happen(stuck);
                if (next.isLast()) {
                    progress.at(++done, plans.size());
                }
            }
            upkeep.until(days.now());
            people.everybody()
                    .forEach(one -> Post.readUntil(beans, one, days.now().minus(UNREAD)));
        } finally {
            clock.release();
            beans.getBean(EngineClock.class).release();
        }
    }

    private List<Plan> plans(int requests) {
        var services = beans.getBean(PublicServices.class);
        var ages = new Ages(services, days, chance);
        var timetable = new Timetable(days, ages, DAYS, chance);
        var draw = new Plans(ServiceExamples.all(), timetable, ages, people, chance);
        var plans = new ArrayList<>(draw.draw(requests));
        plans.addAll(draw.drafts());
        return plans;
    }

    private List<Event> events(List<Plan> plans) {
        return plans.stream()
                .map(plan -> new Course(plan, beans, acts, people, chance))
                .flatMap(course ->
                        IntStream.range(0, course.plan().times().size()).mapToObj(number -> new Event(course, number)))
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    /** What could not be played, and why; nothing of it happened, and the request stays where it was. */
    public List<String> stuck() {
        return List.copyOf(stuck);
    }

    /** The years of the last weeks in which requests got no due times, because their calendar is not loaded. */
    public Set<Integer> missingYears() {
        return days.missingYears();
    }

    /** One thing that happens to one request. */
    private record Event(Course course, int number) {

        Instant at() {
            return course.plan().times().get(number);
        }

        boolean isLast() {
            return number == course.plan().times().size() - 1;
        }

        void happen(List<String> stuck) {
            try {
                course.play(number);
            } catch (RuntimeException | AssertionError refused) {
                stuck.add("%s: %s".formatted(course.plan().says(number), refused.getMessage()));
            }
        }
    }
}
