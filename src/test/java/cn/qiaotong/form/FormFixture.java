package cn.qiaotong.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;

/** A form with every type of element, and what a careful applicant types into it. */
final class FormFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 2, 26);
    static final CheckContext CONTEXT =
            new CheckContext(TODAY, Map.of(), Map.of("sharesAddUp", FormFixture::sharesAddUp));

    private FormFixture() {}

    static Form apply() {
        return Form.read("apply.form", resource());
    }

    static byte[] resource() {
        try (var stream = FormFixture.class.getResourceAsStream("/form/apply.form")) {
            return Objects.requireNonNull(stream).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form of this one component. */
    static Form of(String component) {
        return read("[" + component + "]");
    }

    static Form read(String components) {
        return Form.read("x.form", file(components));
    }

    static byte[] file(String components) {
        return """
                {"type": "default", "id": "x", "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "components": %s}"""
                .formatted(components)
                .getBytes(StandardCharsets.UTF_8);
    }

    static Typed individual() {
        return typed(
                "kind", "individual",
                "name", " 陳𨋢 ",
                "id_number", "ｈ123 456（7）",
                "phone", "+852 9123-4567",
                "email", "a@example.com",
                "birth_date", "1990年5月1日",
                "region", "CN-HK",
                "amount", "1,234.50",
                "uses", "home",
                "note", "第一行\r\n第二行",
                "meeting", "2026-03-01 14:30",
                "agree", "true");
    }

    static Typed company() {
        return individual()
                .with(typed("kind", "company", "company", "江海公司", "licence", "doc-1"))
                .with(owner(0, "甲", "60"))
                .with(owner(1, "乙", "40"));
    }

    static Typed owner(int item, String name, String share) {
        var prefix = "owners." + item;
        return typed(prefix, "on", prefix + ".owner_name", name, prefix + ".share", share);
    }

    static Typed typed(String... pairs) {
        var map = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.add(pairs[i], pairs[i + 1]);
        }
        return Typed.of(map);
    }

    private static Optional<FieldError> sharesAddUp(String key, Answers answers, CheckContext context) {
        var sum = ((List<?>) answers.get(key).orElseThrow())
                .stream()
                        .map(owner -> (BigDecimal) ((Map<?, ?>) owner).get("share"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(new BigDecimal(100)) == 0
                ? Optional.empty()
                : Optional.of(new FieldError(key, "shares", List.of(sum)));
    }
}
