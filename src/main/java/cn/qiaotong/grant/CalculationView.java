package cn.qiaotong.grant;

import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.grant.Item.Applied;
import cn.qiaotong.policy.PolicyRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A calculation as a page lists it: each voucher, what each cut takes off and why, and the sum; the sources beside them. */
record CalculationView(
        List<Line> lines,
        BigDecimal gross,
        List<Less> cuts,
        BigDecimal result,
        BigDecimal entitlement,
        boolean demo,
        String stage,
        BigDecimal clawedBack) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** One voucher with what it counts; the parity and the rate are null where there is none. */
    record Line(Voucher voucher, BigDecimal yuan, Number parity, Number rate, String rule, BigDecimal grant) {}

    /** A number that was applied, and the row that it stands in; null for one that the applicant typed. */
    record Number(BigDecimal value, PolicyRow source) {}

    /** One cut: the reason's code, the amount, the places of the vouchers it is about, and the row that limits. */
    record Less(String reason, BigDecimal amount, List<Integer> places, PolicyRow source) {}

    static CalculationView of(
            Calculation calculation,
            Map<UUID, PolicyRow> rows,
            Function<Cut.Reason, Optional<PolicyRow>> limits,
            ServiceWords words) {
        var lines = calculation.items().stream()
                .map(item -> new Line(
                        item.voucher(),
                        item.yuan(),
                        number(item.parity(), rows, BigDecimal.ONE),
                        number(item.rate(), rows, HUNDRED),
                        item.rule()
                                .map(rule -> words.text("condition.%s.title".formatted(rule)))
                                .orElse(""),
                        item.grant()))
                .toList();
        var cuts = calculation.cuts().stream()
                .map(cut -> new Less(
                        cut.reason().code(),
                        cut.amount(),
                        cut.places(),
                        limits.apply(cut.reason()).orElse(null)))
                .toList();
        return new CalculationView(
                lines,
                calculation.gross(),
                cuts,
                calculation.result(),
                calculation.entitlement(),
                isDemo(lines, cuts),
                "calculated",
                BigDecimal.ZERO);
    }

    CalculationView asPreview() {
        return staged("preview");
    }

    CalculationView with(Optional<Claim> claim) {
        return staged(claim.map(found -> found.paid() ? "paid" : "reserved").orElse(stage));
    }

    CalculationView clawedBack(BigDecimal amount) {
        return new CalculationView(lines, gross, cuts, result, entitlement, demo, stage, amount);
    }

    private CalculationView staged(String other) {
        return new CalculationView(lines, gross, cuts, result, entitlement, demo, other, clawedBack);
    }

    private static boolean isDemo(List<Line> lines, List<Less> cuts) {
        return Stream.concat(
                        lines.stream()
                                .flatMap(line ->
                                        Stream.of(Optional.ofNullable(line.parity()), Optional.ofNullable(line.rate())))
                                .flatMap(Optional::stream)
                                .map(Number::source),
                        cuts.stream().map(Less::source))
                .anyMatch(row -> row != null && row.demo());
    }

    private static Number number(Optional<Applied> applied, Map<UUID, PolicyRow> rows, BigDecimal times) {
        return applied.map(found -> new Number(
                        found.value().multiply(times).stripTrailingZeros(),
                        found.row().map(rows::get).orElse(null)))
                .orElse(null);
    }
}
