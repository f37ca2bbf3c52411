package cn.qiaotong.grant;

import cn.qiaotong.budget.Ledger;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.request.Requests;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The word {@code pay}: enters as spent what was reserved, once however often it is said. The money itself moves elsewhere. */
@Component("pay")
class PayStep implements Step {

    private final Requests requests;
    private final Claims claims;
    private final Ledger ledger;
    private final Deciders deciders;

    PayStep(Requests requests, Claims claims, Ledger ledger, Deciders deciders) {
        this.requests = requests;
        this.claims = claims;
        this.ledger = ledger;
        this.deciders = deciders;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var claim = claims.of(id).orElseThrow(() -> new IllegalStateException("nothing is reserved to be paid"));
        ledger.by(deciders.last(requests.byId(id))).spend(claim.id(), claim.amount());
        claims.paid(claim.id());
        return Map.of();
    }
}
