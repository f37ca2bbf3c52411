package cn.qiaotong.grant;

import cn.qiaotong.form.Answers;
import cn.qiaotong.grant.Cut.Reason;
import cn.qiaotong.grant.Item.Applied;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A calculation as it is kept: the same typed values as answers, so that amounts stay exact and dates dates. */
final class Written {

    private Written() {}

    static Answers of(Calculation calculation) {
        return Answers.of(Map.of(
                "items", calculation.items().stream().map(Written::item).toList(),
                "cuts", calculation.cuts().stream().map(Written::cut).toList()));
    }

    static Calculation read(byte[] json) {
        var kept = Answers.read(json);
        return new Calculation(
                maps(kept.get("items")).stream().map(Written::item).toList(),
                maps(kept.get("cuts")).stream().map(Written::cut).toList());
    }

    private static Map<String, Object> item(Item item) {
        var voucher = item.voucher();
        var written = new LinkedHashMap<String, Object>();
        written.put("place", BigDecimal.valueOf(voucher.place()));
        written.put("paid_on", voucher.paidOn());
        written.put("amount", voucher.amount());
        written.put("currency", voucher.currency());
        written.put("number", voucher.number());
        voucher.parity().ifPresent(typed -> written.put("typed", typed));
        item.parity().ifPresent(applied -> put(written, "parity", applied));
        item.rate().ifPresent(applied -> put(written, "rate", applied));
        item.rule().ifPresent(rule -> written.put("rule", rule));
        return written;
    }

    private static Item item(Map<?, ?> written) {
        return new Item(
                new Voucher(
                        ((BigDecimal) written.get("place")).intValueExact(),
                        (LocalDate) written.get("paid_on"),
                        (BigDecimal) written.get("amount"),
                        (String) written.get("currency"),
                        (String) written.get("number"),
                        Optional.ofNullable((BigDecimal) written.get("typed"))),
                applied(written, "parity"),
                applied(written, "rate"),
                Optional.ofNullable((String) written.get("rule")));
    }

    private static void put(Map<String, Object> written, String name, Applied applied) {
        written.put(name, applied.value());
        applied.row().ifPresent(row -> written.put(name + "_row", row.toString()));
    }

    private static Optional<Applied> applied(Map<?, ?> written, String name) {
        return Optional.ofNullable((BigDecimal) written.get(name))
                .map(value -> new Applied(
                        value,
                        Optional.ofNullable((String) written.get(name + "_row")).map(UUID::fromString)));
    }

    private static Map<String, Object> cut(Cut cut) {
        return Map.of(
                "reason", cut.reason().code(),
                "amount", cut.amount(),
                "places", cut.places().stream().map(BigDecimal::valueOf).toList());
    }

    private static Cut cut(Map<?, ?> written) {
        return new Cut(
                Reason.of((String) written.get("reason")),
                (BigDecimal) written.get("amount"),
                ((List<?>) written.get("places"))
                        .stream()
                                .map(place -> ((BigDecimal) place).intValueExact())
                                .toList());
    }

    private static List<Map<?, ?>> maps(Optional<Object> list) {
        return list.stream()
                .flatMap(found -> ((List<?>) found).stream())
                .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                .toList();
    }
}
