package cn.qiaotong.grant;

import cn.qiaotong.budget.Ledger;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.request.Requests;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The word {@code release}: gives back to the line what was reserved and not paid, and frees the vouchers it counted. */
@Component("release")
class ReleaseStep implements Step {

    private final Requests requests;
    private final Claims claims;
    private final Ledger ledger;
    private final Deciders deciders;

    ReleaseStep(Requests requests, Claims claims, Ledger ledger, Deciders deciders) {
        this.requests = requests;
        this.claims = claims;
        this.ledger = ledger;
        this.deciders = deciders;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        claims.of(id).filter(claim -> !claim.paid()).ifPresent(claim -> {
            ledger.by(deciders.last(requests.byId(id))).release(claim.id());
            claims.remove(claim.id());
        });
        return Map.of();
    }
}
