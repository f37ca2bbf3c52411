package cn.qiaotong.catalog;

import cn.qiaotong.policy.PolicyRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a folder's policy rows that name something of another file: a pair names a bank of the shared folder. */
record PolicyLint(Set<String> banks) {

    static PolicyLint beside(List<PolicyRow> shared) {
        return new PolicyLint(shared.stream()
                .filter(row -> row.kind().equals("organisation") && "bank".equals(value(row, "kind")))
                .map(PolicyRow::key)
                .collect(Collectors.toSet()));
    }

    Stream<Problem> check(List<PolicyRow> rows) {
        return rows.stream()
                .filter(row -> row.kind().equals("pair") && !banks.contains(value(row, "branch")))
                .map(row -> new Problem(
                        FolderContents.POLICIES,
                        row.key(),
                        "name a bank: bpmn/shared/policies.yaml has no row of kind organisation with the key %s that is one"
                                .formatted(value(row, "branch"))));
    }

    private static String value(PolicyRow row, String name) {
        return String.valueOf(((Map<?, ?>) row.value()).get(name));
    }
}
