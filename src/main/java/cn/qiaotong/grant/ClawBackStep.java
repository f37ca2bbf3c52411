package cn.qiaotong.grant;

import cn.qiaotong.budget.Ledger;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Takes;
import cn.qiaotong.process.Tells;
import cn.qiaotong.request.Requests;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The word {@code claw_back}: enters what two people decided to claim back, the amount in the field named in the input
 * {@code back}. It tells {@code more_than_paid} and enters nothing where that exceeds what was paid.
 */
@Component("claw_back")
@Takes(asked = "back")
@Tells("clawed_back")
class ClawBackStep implements Step {

    private final Requests requests;
    private final Claims claims;
    private final Ledger ledger;
    private final Deciders deciders;

    ClawBackStep(Requests requests, Claims claims, Ledger ledger, Deciders deciders) {
        this.requests = requests;
        this.claims = claims;
        this.ledger = ledger;
        this.deciders = deciders;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var request = requests.byId(id);
        var claim = claims.of(id).filter(Claim::paid).orElseThrow();
        var back = (BigDecimal) deciders.said(request, inputs.get("back")).orElseThrow();
        if (back.compareTo(claim.amount()) > 0) {
            return Map.of("clawed_back", "more_than_paid");
        }
        ledger.by(deciders.last(request)).clawBack(claim.id(), back);
        return Map.of("clawed_back", "yes");
    }
}
