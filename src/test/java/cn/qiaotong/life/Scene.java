package cn.qiaotong.life;

import cn.qiaotong.ServiceExamples;
import cn.qiaotong.ServiceExamples.Act;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One example of a folder as a course of acts in time: what somebody does, how long before it nothing happens, and the end. */
record Scene(ServiceExamples folder, String name, List<Turn> turns, int quietAtTheEnd, String end, LocalDate begins) {

    private static final double WORKING_SHARE = 5 / 7d;

    /** One act, and how many working days the example itself lets pass before it; 0 leaves it to chance. */
    record Turn(Act act, int quietBefore) {

        String element() {
            return act.step();
        }

        /** Whether one of several branches acts that are asked at once; those are not waited for without end. */
        boolean isOfOneBranch() {
            return act.branch().isPresent();
        }
    }

    static Scene of(ServiceExamples folder, String name) {
        var turns = new ArrayList<Turn>();
        var begins = ServiceExamples.FIRST_DAY;
        var end = "";
        var quiet = 0;
        for (var act : folder.scenarios().get(name)) {
            if (act.isDone()) {
                turns.add(new Turn(act, quiet));
                quiet = 0;
            } else if (act.word().equals("after")) {
                quiet += workingDays(act.text());
            } else if (act.word().equals("day") && turns.isEmpty()) {
                begins = LocalDate.parse(act.text());
            } else if (act.word().equals("ends")) {
                end = act.text();
            }
        }
        return new Scene(folder, name, List.copyOf(turns), quiet, end, begins);
    }

    /** Whether an act is of this branch, or says something of its bank, such as at which of its counters to come. */
    boolean mentions(String branch) {
        var ofItsBank = branch.replaceFirst("-.*", "_");
        return turns.stream()
                .map(Turn::act)
                .anyMatch(act -> act.branch().filter(branch::equals).isPresent()
                        || String.valueOf(act.about()).contains("=" + ofItsBank));
    }

    private static int workingDays(String term) {
        var words = term.split(" ");
        var days = Integer.parseInt(words[0]);
        return words[1].startsWith("working") ? days : (int) Math.ceil(days * WORKING_SHARE);
    }
}
