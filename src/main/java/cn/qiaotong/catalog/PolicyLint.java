package cn.qiaotong.catalog;

import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.PolicyRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a folder's policy rows: one says the status, and those that name something of another file find it there: a
 * pair and a product a bank of the shared folder, a product who may buy it in the options of the application.
 */
record PolicyLint(Set<String> banks, Set<String> categories) {

    static final String CATEGORY = "category";
    static final String STATUS = "status";

    private static final Set<String> OF_BANKS = Set.of("pair", "product");

    static PolicyLint beside(List<PolicyRow> shared, Form apply) {
        return new PolicyLint(
                shared.stream()
                        .filter(row -> row.kind().equals("organisation") && "bank".equals(text(row, "kind")))
                        .map(PolicyRow::key)
                        .collect(Collectors.toSet()),
                apply.field(CATEGORY).stream()
                        .flatMap(field -> field.options().stream())
                        .map(Field.Option::value)
                        .collect(Collectors.toSet()));
    }

    Stream<Problem> check(List<PolicyRow> rows) {
        return Stream.concat(status(rows), named(rows));
    }

    private static Stream<Problem> status(List<PolicyRow> rows) {
        return rows.stream()
                        .anyMatch(row -> row.kind().equals(STATUS) && row.key().equals(STATUS))
                ? Stream.empty()
                : Stream.of(
                        new Problem(
                                FolderContents.POLICIES,
                                STATUS,
                                "add a row of kind status with the key status: without one the service is closed on every day"));
    }

    private Stream<Problem> named(List<PolicyRow> rows) {
        return Stream.concat(
                rows.stream().filter(row -> OF_BANKS.contains(row.kind())).flatMap(this::branch),
                rows.stream().filter(row -> row.kind().equals("product")).flatMap(this::eligible));
    }

    private Stream<Problem> branch(PolicyRow row) {
        return Stream.of(text(row, "branch"))
                .filter(branch -> !banks.contains(branch))
                .map(branch -> problem(
                        row,
                        "name a bank: bpmn/shared/policies.yaml has no row of kind organisation with the key %s that is one",
                        branch));
    }

    private Stream<Problem> eligible(PolicyRow row) {
        return ((List<?>) value(row, "eligible"))
                .stream()
                        .map(String::valueOf)
                        .filter(category -> !categories.contains(category))
                        .map(category -> problem(
                                row,
                                "name options of the field category of apply.form in eligible: it has no option %s",
                                category));
    }

    private static Problem problem(PolicyRow row, String fix, String argument) {
        return new Problem(FolderContents.POLICIES, row.key(), fix.formatted(argument));
    }

    private static String text(PolicyRow row, String name) {
        return String.valueOf(value(row, name));
    }

    private static Object value(PolicyRow row, String name) {
        return ((Map<?, ?>) row.value()).get(name);
    }
}
