package cn.qiaotong.request;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Tells;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The word {@code weigh}: tells the loop of supplements whether the notice that waits to be sent is the {@code first} of its
 * organisation, or one {@code again} of the district or {@code bank_again} of a branch, which a further person has to allow.
 */
@Component("weigh")
@Tells("notice")
class WeighStep implements Step {

    private final SupplementRows rows;

    WeighStep(SupplementRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, ?> run(RequestId request, Map<String, String> inputs) {
        var notices = rows.of(request);
        var asker = notices.get(notices.size() - 1).organisation();
        return Map.of("notice", Supplements.askedBefore(notices, asker) ? again(asker) : "first");
    }

    private static String again(Optional<Organisation> asker) {
        return asker.filter(organisation -> !organisation.isDistrict()).isPresent() ? "bank_again" : "again";
    }
}
