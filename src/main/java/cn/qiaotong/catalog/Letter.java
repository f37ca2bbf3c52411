package cn.qiaotong.catalog;

import cn.qiaotong.process.Model.Drawing;
import cn.qiaotong.process.Model.Node;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page that an applicant prints and takes along. A task of staff names in its extension property {@code letter} the fields
 * of its form that the applicant reads, for example when to come and what to bring; what a second person of the organisation
 * checks next is read after that. The process names in {@code sheet} those of the application that the counter of a bank
 * outside the platform needs.
 */
public record Letter(String element, List<String> fields, Set<String> checkedAt) {

    static final String PROPERTY = "letter";
    static final String SHEET = "sheet";

    private static final Set<String> WAITS = Set.of("userTask", "callActivity", "endEvent");

    static Stream<Letter> in(Drawing drawing) {
        return drawing.nodes().stream().flatMap(step -> step.property(PROPERTY).stream()
                .map(listed -> new Letter(step.id(), fields(listed), checks(drawing, step))));
    }

    static List<String> sheet(Drawing drawing) {
        return drawing.property(SHEET).map(Letter::fields).orElse(List.of());
    }

    static List<String> fields(String listed) {
        return List.of(listed.strip().split("\\s*,\\s*"));
    }

    /** The approvers' steps that come next, before anybody else is waited for. */
    private static Set<String> checks(Drawing drawing, Node step) {
        var seen = new HashSet<Node>();
        var ahead = new ArrayDeque<>(drawing.after(step));
        while (!ahead.isEmpty()) {
            var node = ahead.pop();
            if (seen.add(node) && !WAITS.contains(node.kind())) {
                ahead.addAll(drawing.after(node));
            }
        }
        return seen.stream()
                .filter(node -> node.role().equals(approver(step)))
                .map(Node::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> approver(Node step) {
        return step.role().map(role -> role.replaceFirst("-[a-z]+$", "-approver"));
    }
}
