package cn.qiaotong.life;

import cn.qiaotong.ServiceExamples;
import cn.qiaotong.life.Scene.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws what is to happen: of every service each end that its examples reach and each step that they wait at, and beyond that
 * as many more as are wanted, mostly ended and mostly well.
 */
final class Plans {

    private static final Set<String> ENDS_OF_ALL = Set.of("withdrawn", "expired", "not-covered");
    private static final int ORDINARY_WEIGHT = 6;
    private static final int OWN_WEIGHT = 2;
    private static final double OPEN_SHARE = 0.35;
    private static final double TAKEN_SHARE = 0.45;
    private static final int DRAFT_DAYS = 5;

    private final Timetable timetable;
    private final Ages ages;
    private final Townspeople people;
    private final Random chance;
    private final List<Persona> strangers = Persona.strangers();
    private final Map<String, Choices> services = new TreeMap<>();

    Plans(List<ServiceExamples> folders, Timetable timetable, Ages ages, Townspeople people, Random chance) {
        this.timetable = timetable;
        this.ages = ages;
        this.people = people;
        this.chance = chance;
        folders.forEach(folder -> services.put(folder.service(), Choices.of(folder)));
    }

    /** An example up to an act: the next one is what the request waits for. */
    private record Stop(Scene scene, int acts) {

        Turn next() {
            return scene.turns().get(acts);
        }

        String step() {
            return next().element();
        }
    }

    /** The ends and the stops of one service, each with the examples that lead there. */
    private record Choices(Map<String, List<Scene>> ends, Map<String, List<Stop>> stops) {

        static Choices of(ServiceExamples folder) {
            var scenes = folder.scenarios().keySet().stream()
                    .map(name -> Scene.of(folder, name))
                    .toList();
            return new Choices(
                    scenes.stream().collect(Collectors.groupingBy(Scene::end, LinkedHashMap::new, Collectors.toList())),
                    scenes.stream()
                            .flatMap(Choices::stops)
                            .filter(stop -> !stop.step().equals("withdraw"))
                            .collect(Collectors.groupingBy(Stop::step, TreeMap::new, Collectors.toList())));
        }

        private static Stream<Stop> stops(Scene scene) {
            return IntStream.range(1, scene.turns().size()).mapToObj(acts -> new Stop(scene, acts));
        }
    }

    /** At least so many requests; more where the services have more ends and steps than that. */
    List<Plan> draw(int requests) {
        var plans = new ArrayList<Plan>();
        if (requests > 0) {
            services.values().forEach(service -> {
                service.ends().values().forEach(scenes -> plans.add(ended(any(scenes))));
                service.stops().values().forEach(stops -> plans.add(open(any(stops))));
            });
        }
        while (plans.size() < requests) {
            var service = any(List.copyOf(services.values()));
            plans.add(
                    chance.nextDouble() < OPEN_SHARE
                            ? open(any(any(List.copyOf(service.stops().values()))))
                            : ended(any(any(weighted(service.ends())))));
        }
        return plans;
    }

    /** One draft that each known applicant has begun. */
    List<Plan> drafts() {
        return people.knownApplicants().stream()
                .map(applicant -> {
                    var service = any(List.copyOf(services.values()));
                    var scene = any(any(weighted(service.ends())));
                    return new Plan(scene, applicant, 0, timetable.endingBefore(scene, 1, chance.nextInt(DRAFT_DAYS)));
                })
                .toList();
    }

    /** A folder's first example shows the ordinary way, so its end counts most; those that every service has count least. */
    private static List<List<Scene>> weighted(Map<String, List<Scene>> ends) {
        var ordinary = ends.keySet().iterator().next();
        return ends.entrySet().stream()
                .flatMap(end -> Stream.generate(end::getValue).limit(weight(end.getKey(), ordinary)))
                .toList();
    }

    private static int weight(String end, String ordinary) {
        if (end.equals(ordinary)) {
            return ORDINARY_WEIGHT;
        }
        return ENDS_OF_ALL.contains(end) ? 1 : OWN_WEIGHT;
    }

    private Plan ended(Scene scene) {
        return new Plan(scene, people.applicant(strangers, false), scene.turns().size(), timetable.whole(scene));
    }

    private Plan open(Stop stop) {
        var service = stop.scene().folder().service();
        var age = stop.next().quietBefore() + ages.untilNow(service, stop.next());
        var times = new ArrayList<>(timetable.endingBefore(stop.scene(), stop.acts(), age));
        var ofApplicant = ages.areOfApplicant(service, stop.step());
        if (!ofApplicant && chance.nextDouble() < TAKEN_SHARE) {
            times.add(times.get(times.size() - 1).plus(Timetable.A_WHILE));
        }
        return new Plan(stop.scene(), people.applicant(strangers, ofApplicant), stop.acts(), times);
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
