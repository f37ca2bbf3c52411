package cn.qiaotong.grant;

import cn.qiaotong.budget.BudgetShort;
import cn.qiaotong.budget.Ledger;
import cn.qiaotong.grant.Reckoning.Due;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Tells;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The word {@code reserve}: sets aside in the ledger what was approved, all of it or, with the input {@code take} saying
 * {@code left}, what the line still has. It tells {@code yes}; {@code short} where the budget is; or {@code changed} where the
 * approved calculation no longer holds because another request was faster, and then nothing is reserved.
 */
@Component("reserve")
@Tells("reserved")
class ReserveStep implements Step {

    private final Requests requests;
    private final Reckoning reckoning;
    private final Calculations calculations;
    private final Claims claims;
    private final Ledger ledger;
    private final Deciders deciders;

    ReserveStep(
            Requests requests,
            Reckoning reckoning,
            Calculations calculations,
            Claims claims,
            Ledger ledger,
            Deciders deciders) {
        this.requests = requests;
        this.reckoning = reckoning;
        this.calculations = calculations;
        this.claims = claims;
        this.ledger = ledger;
        this.deciders = deciders;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        return Map.of("reserved", claims.of(id).isPresent() ? "yes" : reserve(requests.byId(id), inputs));
    }

    private String reserve(Request request, Map<String, String> inputs) {
        var due = reckoning.of(request);
        var approved = calculations.of(request.id()).orElseThrow().entitlement();
        var amount = "left".equals(inputs.get("take")) ? approved.min(left(due)) : approved;
        if (amount.signum() == 0) {
            return "short";
        }
        var claim = UUID.randomUUID();
        try {
            ledger.by(deciders.last(request)).reserve(due.line(), due.year(), claim, due.beneficiary(), amount);
        } catch (BudgetShort tooLate) {
            calculations.add(request.id(), request.version(), due.reckoned().within(reckoning.free(due)));
            return "short";
        }
        return settle(request, due, claim, approved, amount);
    }

    /** Behind the line's lock nobody else's claim can come between: what was approved still holds, or is given back. */
    private String settle(Request request, Due due, UUID claim, BigDecimal approved, BigDecimal amount) {
        var now = due.besides(amount);
        if (now.entitled().entitlement().compareTo(approved) != 0) {
            ledger.by(deciders.last(request)).release(claim);
            calculations.add(request.id(), request.version(), now.within(reckoning.free(due)));
            return "changed";
        }
        var reserved = amount.compareTo(approved) < 0 ? now.within(amount) : now.entitled();
        calculations.add(request.id(), request.version(), reserved);
        claims.add(claim, request.id(), amount, reckoning.indexes(reserved.counted()));
        return "yes";
    }

    private BigDecimal left(Due due) {
        return reckoning.free(due).setScale(0, RoundingMode.DOWN);
    }
}
