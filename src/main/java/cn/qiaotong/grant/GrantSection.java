package cn.qiaotong.grant;

import cn.qiaotong.budget.Ledger;
import cn.qiaotong.budget.Reservation;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.form.Answers;
import cn.qiaotong.identity.Person;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.policy.PolicyValues;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Request;
import cn.qiaotong.section.CaseSection;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The calculation on the pages of a request, for whoever may read the vouchers it rests on. Before submission it says about
 * how much it would be, from the draft and public policy alone: what a firm was paid is told to nobody who only types its code.
 */
@Component
class GrantSection implements CaseSection {

    private static final String TEMPLATE = "grant/calculation";

    private final PublicServices services;
    private final Policies policies;
    private final Calculations calculations;
    private final Claims claims;
    private final Ledger ledger;
    private final CheckContexts contexts;

    GrantSection(
            PublicServices services,
            Policies policies,
            Calculations calculations,
            Claims claims,
            Ledger ledger,
            CheckContexts contexts) {
        this.services = services;
        this.policies = policies;
        this.calculations = calculations;
        this.claims = claims;
        this.ledger = ledger;
        this.contexts = contexts;
    }

    @Override
    public Optional<Part> of(CaseFile file, Person reader, Locale locale) {
        var request = file.request();
        return Formula.of(services.version(request.service(), request.deployment()))
                .filter(formula -> file.answers().get(formula.vouchers()).isPresent())
                .flatMap(formula -> calculations
                        .of(request.id())
                        .map(calculation -> new Part(
                                TEMPLATE,
                                view(calculation, formula, file.policy(), words(request.service(), locale))
                                        .with(claims.of(request.id()))
                                        .clawedBack(clawedBack(request)))));
    }

    private BigDecimal clawedBack(Request request) {
        return claims.of(request.id())
                .flatMap(claim -> ledger.reservation(claim.id()))
                .map(Reservation::returned)
                .orElse(BigDecimal.ZERO);
    }

    @Override
    public Optional<Part> of(PublicService service, Answers draft, Locale locale) {
        return Formula.of(service.current()).flatMap(formula -> {
            var policy = service.policy(contexts.today());
            var valuation = new Valuation(formula, service.current(), policies, service.key());
            var items = valuation.items(draft);
            return items.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Part(
                            TEMPLATE,
                            view(
                                            Calculation.of(items, Reckoning.limits(formula, policy, valuation, draft)),
                                            formula,
                                            policy,
                                            service.words(locale))
                                    .asPreview()));
        });
    }

    private CalculationView view(Calculation calculation, Formula formula, PolicyValues policy, ServiceWords words) {
        var rows = calculation.items().stream()
                .flatMap(item -> Stream.of(item.parity(), item.rate()))
                .flatMap(Optional::stream)
                .flatMap(applied -> applied.row().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::row));
        return CalculationView.of(
                calculation, rows, reason -> formula.row(reason).flatMap(policy::row), words);
    }

    private PolicyRow row(UUID id) {
        return policies.frozen(Set.of(id)).row(id).orElseThrow();
    }

    private ServiceWords words(String service, Locale locale) {
        return services.find(service).orElseThrow().words(locale);
    }
}
