package cn.qiaotong.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.grant.Cut.Reason;
import cn.qiaotong.grant.Item.Applied;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A grant adds up, whatever the vouchers and the limits are, and says of every yuan that it cuts why. */
class CalculationTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Example
    void paysTheRateOfEachVoucherAtTheParityOfItsDay() {
        var dollars = item(1, "10000", "USD", "A1", "7.1", "0.3");
        var yuan = item(2, "20000.50", "CNY", "A2", "1", "0.3");

        var grant = Calculation.of(List.of(dollars, yuan), Limits.none());

        assertThat(dollars.yuan()).isEqualByComparingTo("71000");
        assertThat(dollars.grant()).isEqualByComparingTo("21300");
        assertThat(yuan.grant()).isEqualByComparingTo("6000.15");
        assertThat(grant.result()).isEqualByComparingTo("27300");
        assertThat(grant.cuts()).containsExactly(new Cut(Reason.ROUNDING, new BigDecimal("0.15"), List.of()));
    }

    @Example
    void takesEveryLimitInItsOrder() {
        var limits = new Limits(
                Optional.of(new BigDecimal("90000")),
                Optional.of(new BigDecimal("80000")),
                new BigDecimal("30000"),
                false,
                Optional.of(new BigDecimal("45000.70")),
                Set.of());

        var grant = Calculation.of(List.of(item(1, "1000000", "CNY", "A1", "1", "0.3")), limits);

        assertThat(grant.cuts())
                .extracting(
                        Cut::reason, cut -> cut.amount().stripTrailingZeros().toPlainString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Reason.FLAT_SHARE, "210000"),
                        org.assertj.core.groups.Tuple.tuple(Reason.CAP, "10000"),
                        org.assertj.core.groups.Tuple.tuple(Reason.PAID_BEFORE, "30000"),
                        org.assertj.core.groups.Tuple.tuple(Reason.BUDGET, "4999.3"),
                        org.assertj.core.groups.Tuple.tuple(Reason.ROUNDING, "0.7"));
        assertThat(grant.result()).isEqualByComparingTo("45000");
        assertThat(grant.shortOfBudget()).isTrue();
    }

    @Example
    void countsOneVoucherOnceHoweverItsNumberIsTyped() {
        var once = item(1, "1000", "CNY", "icbc-2026 01", "1", "0.3");
        var again = item(2, "1000.00", "CNY", "ＩＣＢＣ２０２６０１", "1", "0.3");

        var grant = Calculation.of(List.of(once, again), Limits.none());

        assertThat(grant.cuts()).containsExactly(new Cut(Reason.DUPLICATE, again.grant(), List.of(2, 1)));
        assertThat(grant.result()).isEqualByComparingTo("300");
    }

    @Example
    void namesAVoucherThatAnotherRequestCounts() {
        var counted = item(1, "1000", "CNY", "A1", "1", "0.3");
        var elsewhere = new Limits(
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO,
                false,
                Optional.empty(),
                Set.of(counted.voucher().identity()));

        var grant = Calculation.of(List.of(counted), elsewhere);

        assertThat(grant.cuts()).containsExactly(new Cut(Reason.ELSEWHERE, counted.grant(), List.of(1)));
        assertThat(grant.result()).isEqualByComparingTo("0");
    }

    @Example
    void givesAFirmThatHadItsGrantOfTheYearNothingWhereOneIsAllThereIs() {
        var item = item(1, "1000", "CNY", "A1", "1", "0.3");
        var cap = Optional.of(new BigDecimal("80000"));

        var second = Calculation.of(
                List.of(item), new Limits(Optional.empty(), cap, BigDecimal.ONE, true, Optional.empty(), Set.of()));
        var first = Calculation.of(
                List.of(item), new Limits(Optional.empty(), cap, BigDecimal.ZERO, true, Optional.empty(), Set.of()));

        assertThat(second.cuts()).containsExactly(new Cut(Reason.ONCE, item.grant(), List.of()));
        assertThat(second.entitlement()).isEqualByComparingTo("0");
        assertThat(first.result()).isEqualByComparingTo("300");
    }

    @Example
    void givesNothingForAVoucherWithoutParityOrRule() {
        var voucher = new Voucher(1, DAY, BigDecimal.TEN, "MOP", "A1", Optional.empty());

        var grant = Calculation.of(
                List.of(new Item(voucher, Optional.empty(), Optional.empty(), Optional.empty())), Limits.none());

        assertThat(grant.result()).isEqualByComparingTo("0");
        assertThat(grant.cuts()).isEmpty();
    }

    @Example
    void refusesAVoucherForNothing() {
        assertThatThrownBy(() -> new Voucher(1, DAY, BigDecimal.ZERO, "CNY", "A1", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void itemsLessCutsAreTheResultAndEveryCutIsMoreThanNothing(
            @ForAll("items") List<Item> items, @ForAll("limits") Limits limits) {
        var grant = Calculation.of(items, limits);

        var cuts = grant.cuts().stream().map(Cut::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = items.stream().map(Item::grant).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.subtract(cuts)).isEqualByComparingTo(grant.result());
        assertThat(grant.cuts())
                .filteredOn(cut -> cut.reason() != Reason.DUPLICATE && cut.reason() != Reason.ELSEWHERE)
                .allMatch(cut -> cut.amount().signum() > 0);
    }

    @Property(tries = 500)
    void isWholeNeverNegativeAndWithinEveryLimit(@ForAll("items") List<Item> items, @ForAll("limits") Limits limits) {
        var result = Calculation.of(items, limits).result();

        assertThat(result).isGreaterThanOrEqualTo(BigDecimal.ZERO);
        assertThat(result.stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
        limits.flatShare().ifPresent(most -> assertThat(result).isLessThanOrEqualTo(most));
        limits.budgetLeft().ifPresent(most -> assertThat(result).isLessThanOrEqualTo(most));
        limits.cap().ifPresent(cap -> assertThat(result)
                .isLessThanOrEqualTo(cap.subtract(limits.paidBefore()).max(BigDecimal.ZERO)));
    }

    @Property(tries = 500)
    void growsWithTheCapAndNeverShrinks(
            @ForAll("items") List<Item> items, @ForAll("limits") Limits limits, @ForAll("yuan") BigDecimal more) {
        var cap = limits.cap().orElse(BigDecimal.ONE);

        var lower = Calculation.of(items, withCap(limits, cap)).result();
        var higher = Calculation.of(items, withCap(limits, cap.add(more))).result();

        assertThat(higher).isGreaterThanOrEqualTo(lower);
    }

    @Property(tries = 500)
    void gainsNothingByHandingInTheSameVouchersTwice(
            @ForAll("items") List<Item> items, @ForAll("limits") Limits limits) {
        var twice = IntStream.range(0, items.size() * 2)
                .mapToObj(place -> at(place + 1, items.get(place % items.size())))
                .toList();

        assertThat(Calculation.of(twice, limits).result())
                .isEqualByComparingTo(Calculation.of(items, limits).result());
    }

    @Provide
    Arbitrary<List<Item>> items() {
        var amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("9000000"))
                .ofScale(2);
        var parities = Arbitraries.of("1", "7.0982", "0.9123", "").map(CalculationTests::applied);
        var rates = Arbitraries.of("0.3", "0.25", "0.333", "0", "").map(CalculationTests::applied);
        var numbers = Arbitraries.of("A1", "A2", "a 1", "B7", "B8", "B9");
        return Combinators.combine(amounts, parities, rates, numbers)
                .as((amount, parity, rate, number) -> new Item(
                        new Voucher(1, DAY, amount, "USD", number, Optional.empty()), parity, rate, Optional.of("any")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(place -> at(place + 1, list.get(place)))
                        .toList());
    }

    @Provide
    Arbitrary<Limits> limits() {
        var some = yuan().optional();
        return Combinators.combine(some, some, yuan(), some)
                .as((flat, cap, paid, budget) -> new Limits(flat, cap, paid, false, budget, Set.of()));
    }

    @Provide
    Arbitrary<BigDecimal> yuan() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("2000000"))
                .ofScale(2);
    }

    private static Item item(int place, String amount, String currency, String number, String parity, String rate) {
        return new Item(
                new Voucher(place, DAY, new BigDecimal(amount), currency, number, Optional.empty()),
                applied(parity),
                applied(rate),
                Optional.of("any"));
    }

    private static Item at(int place, Item item) {
        var voucher = item.voucher();
        return new Item(
                new Voucher(
                        place,
                        voucher.paidOn(),
                        voucher.amount(),
                        voucher.currency(),
                        voucher.number(),
                        voucher.parity()),
                item.parity(),
                item.rate(),
                item.rule());
    }

    private static Limits withCap(Limits limits, BigDecimal cap) {
        return new Limits(
                limits.flatShare(),
                Optional.of(cap),
                limits.paidBefore(),
                limits.once(),
                limits.budgetLeft(),
                limits.elsewhere());
    }

    private static Optional<Applied> applied(String number) {
        return number.isEmpty() ? Optional.empty() : Optional.of(new Applied(new BigDecimal(number), Optional.empty()));
    }
}
