package cn.qiaotong.party;

import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Tells;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The word {@code gather}: keeps the branches that gave one of these answers and lets the others go, which from then on read
 * nothing of the request (PIPL art. 6: no longer than the purpose needs). The model learns how many have stayed.
 */
@Component("gather")
@Tells("gathered")
class GatherStep implements Step {

    private final PartyRows rows;
    private final Parties parties;
    private final Clock clock;

    GatherStep(PartyRows rows, Parties parties, Clock clock) {
        this.rows = rows;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var wanted = List.of(inputs.get("answers").strip().split("\\s*,\\s*"));
        parties.branches(id).stream()
                .filter(branch -> branch.answered()
                        .filter(answered -> wanted.contains(answered.answer()))
                        .isEmpty())
                .forEach(branch -> rows.leave(id, branch.organisation(), clock.instant()));
        return Map.of("gathered", parties.branches(id).size());
    }
}
