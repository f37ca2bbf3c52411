package cn.qiaotong.grant;

import cn.qiaotong.budget.Ledger;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Answers;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyValues;
import cn.qiaotong.request.FrozenPolicies;
import cn.qiaotong.request.GivenAnswers;
import cn.qiaotong.request.Identifiers;
import cn.qiaotong.request.Request;
import cn.qiaotong.vault.Vault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out what a request comes to now: its answers, the policy it froze, and what the ledger and other requests say. */
@Component
class Reckoning {

    private final GivenAnswers given;
    private final FrozenPolicies frozen;
    private final Identifiers identifiers;
    private final PublicServices services;
    private final Policies policies;
    private final Ledger ledger;
    private final Claims claims;
    private final Vault vault;

    Reckoning(
            GivenAnswers given,
            FrozenPolicies frozen,
            Identifiers identifiers,
            PublicServices services,
            Policies policies,
            Ledger ledger,
            Claims claims,
            Vault vault) {
        this.given = given;
        this.frozen = frozen;
        this.identifiers = identifiers;
        this.services = services;
        this.policies = policies;
        this.ledger = ledger;
        this.claims = claims;
        this.vault = vault;
    }

    /** Whose money out of which line a request asks for, and what it comes to. */
    Due of(Request request) {
        var version = services.version(request.service(), request.deployment());
        var formula = Formula.of(version).orElseThrow();
        var answers = given.of(request);
        var beneficiary =
                identifiers.indexOf(String.valueOf(answers.get(formula.firm()).orElseThrow()));
        var year = request.policyDay().getYear();
        var valuation = new Valuation(formula, version, policies, request.service());
        var items = valuation.items(answers);
        var own = limits(formula, frozen.of(request.id()), valuation, answers);
        return new Due(formula.line(), year, beneficiary, taken -> {
            var paidBefore =
                    ledger.promisedTo(beneficiary, formula.line(), year).subtract(taken);
            var limits = new Limits(
                    own.flatShare(), own.cap(), paidBefore, own.once(), Optional.empty(), elsewhere(request, items));
            return new Reckoned(items, limits);
        });
    }

    /** The limits that policy alone sets. */
    static Limits limits(Formula formula, PolicyValues policy, Valuation valuation, Answers answers) {
        Function<String, Optional<BigDecimal>> row = input -> formula.optional(input)
                .flatMap(policy::row)
                .map(found -> new BigDecimal(String.valueOf(found.value())));
        var drawn = formula.optional("drawn")
                .flatMap(amount ->
                        valuation.yuan(answers, amount, formula.column("drawn_currency"), formula.column("drawn_on")));
        return new Limits(
                row.apply("flat_share").flatMap(share -> drawn.map(share::multiply)),
                row.apply("cap"),
                BigDecimal.ZERO,
                formula.optional("once")
                        .flatMap(policy::row)
                        .filter(found -> Boolean.TRUE.equals(found.value()))
                        .isPresent(),
                Optional.empty(),
                Set.of());
    }

    BigDecimal free(Due due) {
        return ledger.balance(due.line(), due.year()).free();
    }

    List<String> indexes(List<Item> items) {
        return items.stream().map(this::index).toList();
    }

    private Set<String> elsewhere(Request request, List<Item> items) {
        var known = claims.elsewhere(request.id(), indexes(items));
        return items.stream()
                .filter(item -> known.contains(index(item)))
                .map(item -> item.voucher().identity())
                .collect(Collectors.toSet());
    }

    private String index(Item item) {
        return vault.index(item.voucher().identity(), "voucher");
    }

    /** Whose money it is to be, and how to work it out once so much of it is already taken. */
    record Due(String line, int year, String beneficiary, Function<BigDecimal, Reckoned> reckoning) {

        Reckoned reckoned() {
            return reckoning.apply(BigDecimal.ZERO);
        }

        Reckoned besides(BigDecimal taken) {
            return reckoning.apply(taken);
        }
    }

    /** The items and what limits them, so far without regard to the budget. */
    record Reckoned(List<Item> items, Limits limits) {

        Calculation entitled() {
            return Calculation.of(items, limits);
        }

        Calculation within(BigDecimal budget) {
            return Calculation.of(
                    items,
                    new Limits(
                            limits.flatShare(),
                            limits.cap(),
                            limits.paidBefore(),
                            limits.once(),
                            Optional.of(budget),
                            limits.elsewhere()));
        }
    }
}
