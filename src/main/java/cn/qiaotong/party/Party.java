package cn.qiaotong.party;

import cn.qiaotong.identity.Organisation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An organisation that a request was handed to. Branches have turns from one on, in the order of the applicant's choice, and
 * read the whole request; a department has turn 0 and reads only the fields it is shown. Whoever has left reads nothing.
 */
public record Party(
        Organisation organisation,
        int turn,
        Instant joinedAt,
        Optional<Instant> leftAt,
        Optional<Set<String>> shows,
        Optional<Answered> answered) {

    /** What the organisation answered: the field of its form, the choice there, and when a second person had confirmed it. */
    public record Answered(String field, String answer, Instant at) {}

    public boolean isBranch() {
        return turn > 0;
    }

    public boolean present() {
        return leftAt.isEmpty();
    }
}
