package cn.qiaotong.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The whole language of a model's expressions: a variable, a literal, a comparison, {@code and}, {@code or}, {@code not},
 * brackets, and {@code due.at('key')}. It is small so that it can be checked completely, at deployment and again by the
 * engine.
 */
public final class ExpressionGrammar {

    private static final int LONGEST = 500;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('[^'\\\\$#]*'|\"[^\"\\\\$#]*\")|(\\d+(?:\\.\\d+)?)|([A-Za-z][A-Za-z0-9_]*)|(==|!=|<=|>=|&&|\\|\\||[<>!().,]))");
    private static final Set<String> COMPARISONS =
            Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");
    private static final Set<String> RESERVED = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "true",
            "false",
            "null",
            "empty",
            "div",
            "mod",
            "instanceof",
            "due",
            "execution",
            "task",
            "caseExecution",
            "externalTask",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances",
            "authenticatedUserId");

    private final List<String> tokens;
    private int position;

    private ExpressionGrammar(List<String> tokens) {
        this.tokens = tokens;
    }

    /** What is wrong with an expression and how to mend it, or nothing when it is within the grammar. */
    public static Optional<String> check(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.of("is longer than %d characters; decide in a table instead".formatted(LONGEST));
        }
        if (!expression.startsWith("${") || !expression.endsWith("}")) {
            return Optional.of("is not one whole ${…}; write it so");
        }
        try {
            new ExpressionGrammar(tokens(expression.substring(2, expression.length() - 1))).whole();
            return Optional.empty();
        } catch (OutsideGrammar problem) {
            return Optional.of(problem.getMessage());
        }
    }

    /** Whether the text is {@code ${due.at('key')}}; then its key. */
    static Optional<String> dueKey(String expression) {
        var match = Pattern.compile("\\$\\{due\\.at\\('([a-z][a-z0-9_-]*)'\\)}").matcher(expression);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    static boolean reserves(String name) {
        return RESERVED.contains(name);
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty()) {
            var matcher = TOKEN.matcher(rest);
            if (!matcher.lookingAt()) {
                throw new OutsideGrammar("has '%s' where none may stand; use variables, comparisons, and, or, not"
                        .formatted(Character.toString(rest.codePointAt(0))));
            }
            tokens.add(matcher.group().strip());
            rest = rest.substring(matcher.end()).stripLeading();
        }
        return tokens;
    }

    private void whole() {
        any();
        if (position < tokens.size()) {
            throw unexpected();
        }
    }

    private void any() {
        all();
        while (take("or") || take("||")) {
            all();
        }
    }

    private void all() {
        negation();
        while (take("and") || take("&&")) {
            negation();
        }
    }

    private void negation() {
        if (take("not") || take("!")) {
            negation();
            return;
        }
        operand();
        if (position < tokens.size() && COMPARISONS.contains(tokens.get(position))) {
            position++;
            operand();
        }
    }

    private void operand() {
        if (take("(")) {
            any();
            expect(")");
            return;
        }
        if (position < tokens.size() && tokens.get(position).equals("due")) {
            deadline();
        } else if (position < tokens.size() && isValue(tokens.get(position))) {
            position++;
        } else {
            throw unexpected();
        }
    }

    private void deadline() {
        expect("due");
        expect(".");
        expect("at");
        expect("(");
        if (position < tokens.size() && tokens.get(position).matches("['\"].*")) {
            position++;
        }
        expect(")");
    }

    private static boolean isValue(String token) {
        return LITERALS.contains(token)
                || Character.isDigit(token.charAt(0))
                || token.charAt(0) == '\''
                || token.charAt(0) == '"'
                || Character.isLetter(token.charAt(0)) && !RESERVED.contains(token);
    }

    private boolean take(String token) {
        if (position < tokens.size() && tokens.get(position).equals(token)) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw unexpected();
        }
    }

    private OutsideGrammar unexpected() {
        if (position == tokens.size()) {
            return new OutsideGrammar("ends too early; complete it");
        }
        return new OutsideGrammar(
                "has '%s' where none may stand; use variables, comparisons, and, or, not, or due.at('key')"
                        .formatted(tokens.get(position)));
    }

    private static final class OutsideGrammar extends RuntimeException {

        OutsideGrammar(String problem) {
            super(problem, null, false, false);
        }
    }
}
