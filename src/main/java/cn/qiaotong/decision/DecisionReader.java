package cn.qiaotong.decision;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.w3c.dom.Element;

/** Reads one decision file and refuses, with the fix, whatever a reviewed table does not need. */
final class DecisionReader {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Pattern DAYS = Pattern.compile("P([1-9]\\d{0,5})D");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> POLICIES = Set.of("COLLECT", "UNIQUE", "FIRST");

    private final String resource;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<BigDecimal> numbers = new LinkedHashSet<>();
    private final Map<String, Set<String>> said = new LinkedHashMap<>();
    private final Set<String> bound = new HashSet<>(Set.of("cellInput"));

    DecisionReader(String resource) {
        this.resource = resource;
    }

    DecisionTable read(byte[] dmn) {
        var root = DecisionXml.parse(resource, dmn);
        var decision = onlyDecision(root);
        var id = decision.getAttribute("id");
        root.all().forEach(element -> language(id, element));
        var table = table(id, decision);
        outputs(table);
        inputs(table);
        var rules = rules(table);
        return new DecisionTable(
                id,
                decision.getAttribute("name"),
                historyDays(id, decision),
                collects(id, table),
                names.stream().filter(name -> !bound.contains(name)).toList(),
                Collections.unmodifiableMap(said),
                Set.copyOf(numbers),
                holdsForAll(table),
                rules);
    }

    private Element onlyDecision(DecisionXml root) {
        var decisions = DecisionXml.in(root.element(), "decision");
        refuse(
                decisions.size() != 1,
                "definitions",
                "the file has %d decisions; keep exactly one.".formatted(decisions.size()));
        var decision = decisions.get(0);
        required(decision, "id", "decision");
        required(decision, "name", "decision " + decision.getAttribute("id"));
        refuse(
                !DecisionXml.in(root.element(), "businessKnowledgeModel").isEmpty(),
                "businessKnowledgeModel",
                "a decision stands alone; write its expressions into the table.");
        return decision;
    }

    private void language(String id, Element element) {
        var language = element.getAttribute("expressionLanguage");
        refuse(
                !language.isEmpty()
                        && !language.equalsIgnoreCase("feel")
                        && !language.matches(
                                "https?://www\\.omg\\.org/spec/(DMN|FEEL)/.*FEEL.*|https?://www\\.omg\\.org/spec/FEEL/.*"),
                "decision " + id,
                "the expression language %s is not allowed; use FEEL.".formatted(language));
    }

    private Element table(String id, Element decision) {
        var where = "decision " + id;
        refuse(
                !DecisionXml.in(decision, "informationRequirement", "requiredDecision")
                        .isEmpty(),
                where,
                "it requires another decision; read variables only.");
        var tables = DecisionXml.in(decision, "decisionTable");
        refuse(tables.isEmpty(), where, "it has no decision table; write one instead of another kind of logic.");
        return tables.get(0);
    }

    private int historyDays(String id, Element decision) {
        var days = DAYS.matcher(decision.getAttributeNS(CAMUNDA, "historyTimeToLive"));
        refuse(
                !days.matches(),
                "decision " + id,
                "camunda:historyTimeToLive must be in days; write for example P1825D.");
        return Integer.parseInt(days.group(1));
    }

    private boolean collects(String id, Element table) {
        var policy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        refuse(
                !POLICIES.contains(policy),
                "decision " + id,
                "the hit policy %s is not allowed; use COLLECT, UNIQUE or FIRST.".formatted(policy));
        refuse(
                table.hasAttribute("aggregation"),
                "decision " + id,
                "an aggregation hides the rules; remove it and keep COLLECT.");
        return policy.equals("COLLECT");
    }

    private void outputs(Element table) {
        for (var output : DecisionXml.in(table, "output")) {
            required(output, "id", "output");
            var where = "output " + output.getAttribute("id");
            var name = output.getAttribute("name");
            refuse(
                    !NAME.matcher(name).matches(),
                    where,
                    "the name `%s` is not in snake_case; write for example tie_years.".formatted(name));
            refuse(
                    said.put(name, new LinkedHashSet<>()) != null,
                    where,
                    "the name %s is used twice; give each output its own.".formatted(name));
            type(where, output.getAttribute("typeRef"));
        }
    }

    private void inputs(Element table) {
        for (var input : DecisionXml.in(table, "input")) {
            required(input, "id", "input");
            var where = "input " + input.getAttribute("id");
            bound.add(input.getAttributeNS(CAMUNDA, "inputVariable"));
            var expressions = DecisionXml.in(input, "inputExpression");
            refuse(expressions.isEmpty(), where, "it has no expression; write the variable it reads.");
            type(where, expressions.get(0).getAttribute("typeRef"));
            feel(where, () -> Feel.expression(DecisionXml.text(expressions.get(0))));
        }
    }

    private List<String> rules(Element table) {
        var seen = new LinkedHashSet<String>();
        for (var rule : DecisionXml.in(table, "rule")) {
            required(rule, "id", "rule");
            var where = "rule " + rule.getAttribute("id");
            refuse(!seen.add(rule.getAttribute("id")), where, "the id is used twice; give each rule its own.");
            cells(
                    rule,
                    "inputEntry",
                    text -> numbers.addAll(
                            feel(where, () -> Feel.unaryTests(text)).numbers()));
            says(where, rule);
        }
        refuse(seen.isEmpty(), "decisionTable", "it has no rule; write at least one.");
        return List.copyOf(seen);
    }

    private void says(String where, Element rule) {
        var outputs = said.values().iterator();
        for (var cell : DecisionXml.in(rule, "outputEntry")) {
            var text = DecisionXml.text(cell);
            var texts = outputs.hasNext() ? outputs.next() : new LinkedHashSet<String>();
            if (!text.isBlank()) {
                texts.addAll(feel(where, () -> Feel.expression(text)).texts());
            }
        }
    }

    private static boolean holdsForAll(Element table) {
        var rules = DecisionXml.in(table, "rule");
        return DecisionXml.in(rules.get(rules.size() - 1), "inputEntry").stream()
                .map(DecisionXml::text)
                .map(String::strip)
                .allMatch(text -> text.isEmpty() || text.equals("-"));
    }

    private void cells(Element rule, String kind, Consumer<String> check) {
        DecisionXml.in(rule, kind).stream()
                .map(DecisionXml::text)
                .filter(text -> !text.isBlank())
                .forEach(check);
    }

    private FeelTree feel(String where, Supplier<ParsedExpression> parse) {
        try {
            var tree = FeelTree.of(parse.get().expression());
            names.addAll(tree.names());
            return tree;
        } catch (FeelInvalid e) {
            throw new DecisionInvalid(resource, where, e.getMessage());
        }
    }

    private void type(String where, String type) {
        refuse(
                !type.isEmpty() && !DecisionTypes.names().contains(type),
                where,
                "the type %s is not known; use string, boolean, number, integer, long, double or date."
                        .formatted(type));
    }

    private void required(Element element, String attribute, String where) {
        refuse(
                element.getAttribute(attribute).isBlank(),
                where,
                "the %s is missing; give it one.".formatted(attribute));
    }

    private void refuse(boolean wrong, String element, String fix) {
        if (wrong) {
            throw new DecisionInvalid(resource, element, fix);
        }
    }
}
