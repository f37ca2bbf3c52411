package cn.qiaotong.grant;

import cn.qiaotong.catalog.ServiceVersion;
import cn.qiaotong.form.Answers;
import cn.qiaotong.grant.Item.Applied;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.policy.PolicyValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values the vouchers of one set of answers: each at the parity and by the rule of the day on which it was paid, whatever is
 * in force today.
 */
final class Valuation {

    private static final String YUAN = "CNY";

    private final Formula formula;
    private final ServiceVersion version;
    private final Policies policies;
    private final String service;
    private final Map<LocalDate, PolicyValues> days = new HashMap<>();

    Valuation(Formula formula, ServiceVersion version, Policies policies, String service) {
        this.formula = formula;
        this.version = version;
        this.policies = policies;
        this.service = service;
    }

    /** The vouchers that are complete, in their order; of a draft some may not be. */
    List<Item> items(Answers answers) {
        var items = new ArrayList<Item>();
        for (var row : rows(answers)) {
            voucher(items.size() + 1, row).ifPresent(voucher -> items.add(item(voucher, row, answers)));
        }
        return items;
    }

    /** An amount of the answers in yuan, such as the one drawn; nothing where it or its parity is missing. */
    Optional<BigDecimal> yuan(Answers answers, String amount, String currency, String day) {
        return number(answers.get(amount)).flatMap(value -> date(answers.get(day))
                .flatMap(on -> parity(String.valueOf(answers.get(currency).orElse(YUAN)), on, Optional.empty()))
                .map(parity -> value.multiply(parity.value())));
    }

    private Item item(Voucher voucher, Map<?, ?> row, Answers answers) {
        var parity = parity(voucher.currency(), voucher.paidOn(), voucher.parity());
        var policy = on(voucher.paidOn());
        var rule = version.decision(formula.rate())
                .orElseThrow()
                .decide(values(row, answers, policy))
                .single();
        return new Item(
                voucher,
                parity,
                rule.flatMap(match -> number(match.outputs().get("rate"))
                        .map(rate -> new Applied(
                                rate,
                                Optional.ofNullable(match.outputs().get("policy"))
                                        .map(String::valueOf)
                                        .flatMap(policy::row)
                                        .map(PolicyRow::id)))),
                rule.map(match -> match.rule()));
    }

    private Map<String, Object> values(Map<?, ?> row, Answers answers, PolicyValues policy) {
        var values = new HashMap<String, Object>();
        version.apply().fields().forEach(field -> values.put(field.key(), null));
        values.putAll(answers.values());
        row.forEach((key, value) -> values.put(String.valueOf(key), value));
        values.put("policy", policy.context());
        return values;
    }

    private Optional<Voucher> voucher(int place, Map<?, ?> row) {
        var paidOn = date(Optional.ofNullable(row.get(formula.column("paid_on"))));
        var amount = number(row.get(formula.column("amount"))).filter(value -> value.signum() > 0);
        var number = row.get(formula.column("number"));
        return paidOn.isEmpty() || amount.isEmpty() || number == null
                ? Optional.empty()
                : Optional.of(new Voucher(
                        place,
                        paidOn.get(),
                        amount.get(),
                        String.valueOf(row.get(formula.column("currency"))),
                        String.valueOf(number),
                        formula.optional("parity").flatMap(column -> number(row.get(column)))));
    }

    private Optional<Applied> parity(String currency, LocalDate day, Optional<BigDecimal> typed) {
        if (currency.equals(YUAN)) {
            return Optional.of(new Applied(BigDecimal.ONE, Optional.empty()));
        }
        return on(day).row(Formula.PARITY + currency.toLowerCase(Locale.ROOT))
                .flatMap(row -> row.value().equals(Formula.TYPED)
                        ? typed.map(value -> new Applied(value, Optional.empty()))
                        : number(row.value()).map(value -> new Applied(value, Optional.of(row.id()))));
    }

    private PolicyValues on(LocalDate day) {
        return days.computeIfAbsent(day, asked -> policies.on(service, asked));
    }

    private List<Map<?, ?>> rows(Answers answers) {
        return answers.get(formula.vouchers()).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .<Map<?, ?>>map(row -> (Map<?, ?>) row)
                .toList();
    }

    private static Optional<BigDecimal> number(Object value) {
        var plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return plain instanceof Number ? Optional.of(new BigDecimal(plain.toString())) : Optional.empty();
    }

    private static Optional<LocalDate> date(Optional<?> value) {
        return value.filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
    }
}
