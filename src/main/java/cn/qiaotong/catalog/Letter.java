package cn.qiaotong.catalog;

import cn.qiaotong.process.Model.Node;
import java.util.List;
import java.util.Optional;

/**
 * A page that an applicant prints and takes along. A task of staff names in its extension property {@code letter} the fields
 * of its form that the applicant reads, for example when to come and what to bring; the process names in {@code sheet} those
 * of the application that the counter of a bank outside the platform needs.
 */
public record Letter(String element, List<String> fields) {

    static final String PROPERTY = "letter";
    static final String SHEET = "sheet";

    /** The letter that a step leads to, if it leads to one. */
    static Optional<Letter> of(Node step) {
        return step.property(PROPERTY).map(listed -> new Letter(step.id(), fields(listed)));
    }

    static List<String> fields(String listed) {
        return List.of(listed.strip().split("\\s*,\\s*"));
    }
}
