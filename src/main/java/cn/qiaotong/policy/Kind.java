package cn.qiaotong.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of policy row, and what the value of each must be. */
enum Kind {
    VALUE("a number, a text, true, false or a date", Kind::scalar),
    LIST("a list of numbers or texts", Kind::scalars),
    CHECKLIST("a list of numbers or texts", Kind::scalars),
    DUE("a term such as '3 working days' or '10 calendar days'", Kind::term),
    ORGANISATION("a map such as {kind: bank} or {kind: department, pays: true}", Kind::properties),
    NOTICE("left out, its texts say it", Kind::nothing),
    STATUS("LIVE, PILOT_ELSEWHERE, ASPIRATIONAL or CLOSED", Kind::status),
    WINDOW("a map such as {opens: 2026-03-01, closes: 2026-03-31}", Kind::properties),
    BUDGET("a map such as {year: 2026, amount: 1000000}, the amount in yuan", Kind::budget),
    PAIR("a map such as {branch: icbc-jianghai, partner: icbc-macau, place: CN-MO}, of CN-HK or CN-MO", Kind::pair),
    PLACE("a map such as {order: 1, since: 2025-09-15, until: 2030-10-15, as_of: 2026-11-01}", Kind::place),
    CONTACT("a map such as {phone: '+86 750 000 0000', email: desk@example.org, hours: 09:00-17:00}", Kind::contact),
    PRODUCT(
            "a map such as {branch: icbc-jianghai, licence: B0001, risk: R2, currency: CNY, minimum: 10000, term: 6 months, eligible: [hk_mo_resident], phone: '+86 750 000 0000'}, of R1 to R5 and CNY, HKD, MOP or USD, its term in days, months or years, or open",
            Kind::product);

    private static final Set<Kind> NAMED = EnumSet.of(ORGANISATION, NOTICE, BUDGET, PAIR, PLACE, CONTACT, PRODUCT);
    private static final Set<String> STATUSES = Set.of("LIVE", "PILOT_ELSEWHERE", "ASPIRATIONAL", "CLOSED");
    private static final Map<String, String> PRODUCT_TEXTS = Map.of(
            "branch", ".+",
            "licence", ".+",
            "risk", "R[1-5]",
            "currency", "CNY|HKD|MOP|USD",
            "term", "open|[1-9]\\d{0,2} (day|month|year)s?",
            "phone", ".+");

    /** The kinds that say what holds; the others say what somebody is called, offers, or how to reach them. */
    private static final Set<String> RULES =
            Set.of("value", "list", "checklist", "due", "status", "window", "budget", "rate");

    private final String expected;
    private final Predicate<Object> accepts;

    Kind(String expected, Predicate<Object> accepts) {
        this.expected = expected;
        this.accepts = accepts;
    }

    static Optional<Kind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findAny();
    }

    static String words() {
        return Stream.of(values()).map(Kind::word).collect(Collectors.joining(", "));
    }

    static boolean isRule(String word) {
        return RULES.contains(word);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String expected() {
        return expected;
    }

    boolean accepts(Object value) {
        return accepts.test(value);
    }

    boolean needsTexts() {
        return NAMED.contains(this);
    }

    /** Whether it ends by itself, and one person enters what another approves. */
    boolean needsEndAndApproval() {
        return this == PRODUCT;
    }

    /** What its text must be, where any text is not enough. */
    Optional<String> expectedText() {
        return this == PLACE
                ? Optional.of("the name of the place and, on each further line, one of its conditions")
                : Optional.empty();
    }

    boolean acceptsText(String text) {
        return this != PLACE || text.lines().filter(line -> !line.isBlank()).count() > 1;
    }

    /** Read by decisions, where a hyphen would be a minus. */
    boolean isNamedInDecisions() {
        return this == VALUE || this == LIST || this == STATUS;
    }

    private static boolean scalar(Object value) {
        return value instanceof BigDecimal
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof String text && !text.isBlank();
    }

    private static boolean scalars(Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Kind::scalar);
    }

    private static boolean term(Object value) {
        return value instanceof String text && text.matches("[1-9]\\d{0,3} (working|calendar) days?");
    }

    private static boolean properties(Object value) {
        return value instanceof Map<?, ?> map && map.values().stream().allMatch(one -> scalar(one) || scalars(one));
    }

    private static boolean budget(Object value) {
        return value instanceof Map<?, ?> map
                && map.keySet().equals(Set.of("year", "amount"))
                && map.get("year") instanceof BigDecimal year
                && year.toPlainString().matches("20\\d\\d")
                && map.get("amount") instanceof BigDecimal amount
                && amount.toPlainString().matches("(?!0*(\\.0*)?$)\\d{1,12}(\\.\\d{1,2})?");
    }

    private static boolean pair(Object value) {
        return value instanceof Map<?, ?> map
                && map.keySet().equals(Set.of("branch", "partner", "place"))
                && map.values().stream().allMatch(String.class::isInstance)
                && Set.of("CN-HK", "CN-MO").contains(map.get("place"));
    }

    private static boolean place(Object value) {
        return value instanceof Map<?, ?> map
                && Set.of("order", "since", "until", "as_of").containsAll(map.keySet())
                && map.get("order") instanceof BigDecimal
                && map.get("as_of") instanceof LocalDate
                && Stream.of("since", "until").map(map::get).allMatch(day -> day == null || day instanceof LocalDate);
    }

    private static boolean contact(Object value) {
        return value instanceof Map<?, ?> map
                && !map.isEmpty()
                && Set.of("phone", "email", "hours").containsAll(map.keySet())
                && map.values().stream().allMatch(one -> one instanceof String text && !text.isBlank());
    }

    private static boolean product(Object value) {
        return value instanceof Map<?, ?> map
                && map.size() == PRODUCT_TEXTS.size() + 2
                && PRODUCT_TEXTS.entrySet().stream()
                        .allMatch(text -> map.get(text.getKey()) instanceof String said
                                && said.strip().matches(text.getValue()))
                && map.get("minimum") instanceof BigDecimal minimum
                && minimum.toPlainString().matches("\\d{1,12}(\\.\\d{1,2})?")
                && map.get("eligible") instanceof List<?> eligible
                && !eligible.isEmpty()
                && eligible.stream().allMatch(String.class::isInstance);
    }

    private static boolean nothing(Object value) {
        return "".equals(value);
    }

    private static boolean status(Object value) {
        return value instanceof String text && STATUSES.contains(text);
    }
}
