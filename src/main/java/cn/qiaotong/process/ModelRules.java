package cn.qiaotong.process;

import static cn.qiaotong.process.ModelXml.attribute;
import static cn.qiaotong.process.ModelXml.camunda;

import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Refuses a model that could do anything but move a request along between people, words and deadlines. */
final class ModelRules {

    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    private static final Set<String> HARMLESS = Set.of(
            "http://www.w3.org/2000/xmlns/",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://camunda.org/schema/modeler/1.0");
    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "completionCondition");
    private static final Set<String> PARAMETERS = Set.of("inputParameter", "outputParameter");
    private static final Set<String> OWN_RULE = Set.of("delegateExpression", "dueDate");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern WORD = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b");
    private static final Set<String> FOREIGN = Set.of("Java", "PMML");
    private static final String DUE_FIX = "write ${due.at('key')}";
    private static final String CONDITION_FIX = "keep to variables, literals, comparisons, and, or, not";

    private final String file;
    private final Set<String> words;

    ModelRules(String file, Set<String> words) {
        this.file = file;
        this.words = words;
    }

    void check(byte[] xml) {
        var root = ModelXml.read(file, xml).getDocumentElement();
        if (!ModelXml.is(root, "definitions")) {
            throw refused(root, "is not a BPMN model", "start it with bpmn:definitions");
        }
        check(root);
    }

    private void check(Element element) {
        if (DRAWING.contains(String.valueOf(element.getNamespaceURI()))) {
            return;
        }
        known(element);
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            known(element, (Attr) attributes.item(i));
        }
        text(element, ownText(element));
        meaning(element);
        ModelXml.children(element).forEach(this::check);
    }

    private void known(Element element) {
        var camunda = ModelXml.CAMUNDA.equals(element.getNamespaceURI());
        if (!camunda && !ModelXml.BPMN.equals(element.getNamespaceURI())) {
            throw refused(element, "speaks the language " + element.getNamespaceURI(), "use BPMN and camunda: only");
        }
        if (!ModelVocabulary.knowsElement(camunda, element.getLocalName())) {
            throw refused(element, ModelVocabulary.refusal("element", element.getLocalName()));
        }
    }

    private void known(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        if (!allowed(element, attribute)) {
            throw refused(element, ModelVocabulary.refusal("attribute", name));
        }
        if (!OWN_RULE.contains(name) && isExpression(attribute.getValue())) {
            throw refused(element, "has an expression in the attribute " + name, "write the text itself");
        }
    }

    private static boolean allowed(Element element, Attr attribute) {
        var namespace = attribute.getNamespaceURI();
        if (namespace == null) {
            var camunda = ModelXml.CAMUNDA.equals(element.getNamespaceURI());
            return ModelVocabulary.knowsAttribute(camunda, element.getLocalName(), attribute.getName());
        }
        return HARMLESS.contains(namespace)
                || ModelXml.CAMUNDA.equals(namespace)
                        && ModelVocabulary.knowsCamundaAttribute(element.getLocalName(), attribute.getLocalName());
    }

    private void text(Element element, String text) {
        var name = element.getLocalName();
        if (CONDITIONS.contains(name)) {
            condition(element, text);
        } else if (name.equals("timeDate")) {
            require(ExpressionGrammar.dueKey(text).isPresent(), element, "has another time than a deadline", DUE_FIX);
        } else if (isExpression(text)) {
            if (!PARAMETERS.contains(name)) {
                throw refused(element, "has an expression in its text", "write the text itself");
            }
            condition(element, text);
        }
    }

    private void condition(Element element, String text) {
        ExpressionGrammar.check(text).ifPresent(problem -> {
            throw refused(element, "the expression %s %s".formatted(text, problem), CONDITION_FIX);
        });
        require(!text.contains("due."), element, "asks for a deadline in a condition", "use a timer instead");
    }

    private void meaning(Element element) {
        switch (element.getLocalName()) {
            case "serviceTask" -> word(element);
            case "userTask" -> role(element);
            case "callActivity" -> call(element);
            case "startEvent" -> start(element);
            case "timerEventDefinition" -> timer(element);
            case "errorEventDefinition" -> error(element);
            case "loopCardinality" ->
                require(ownText(element).matches("[1-9][0-9]?"), element, "repeats without a number", "write a number");
            case "inputParameter", "outputParameter" -> named(element, "name");
            case "in", "out" -> {
                named(element, "source");
                named(element, "target");
            }
            default -> {
                // needs nothing beyond the vocabulary
            }
        }
    }

    private void word(Element task) {
        var said = camunda(task, "delegateExpression").orElse("");
        var match = WORD.matcher(said);
        require(match.matches(), task, "says no word", "write camunda:delegateExpression=\"${word}\"");
        require(
                words.contains(match.group(1)),
                task,
                "says the unknown word '%s'".formatted(match.group(1)),
                "use one of " + words.stream().sorted().toList());
    }

    private void role(Element task) {
        require(
                ROLE.matcher(camunda(task, "candidateGroups").orElse("")).matches(),
                task,
                "is not for exactly one role",
                "write one role key in camunda:candidateGroups");
        camunda(task, "dueDate")
                .ifPresent(due -> require(
                        ExpressionGrammar.dueKey(due).isPresent(), task, "has another time than a deadline", DUE_FIX));
    }

    private void call(Element call) {
        require(
                camunda(call, "calledElementBinding")
                        .filter("deployment"::equals)
                        .isPresent(),
                call,
                "calls a process of any version",
                "write camunda:calledElementBinding=\"deployment\"");
        require(attribute(call, "calledElement").isPresent(), call, "calls nothing", "name a process in calledElement");
    }

    private void start(Element start) {
        var plain = ModelXml.children(start).stream()
                .noneMatch(child -> child.getLocalName().endsWith("EventDefinition"));
        require(
                plain || !ModelXml.is((Element) start.getParentNode(), "process"),
                start,
                "starts a process by itself",
                "start it plainly, the program starts it for a request");
    }

    private void timer(Element timer) {
        require(
                ModelXml.children(timer).stream().anyMatch(child -> ModelXml.is(child, "timeDate")),
                timer,
                "has another time than a deadline",
                DUE_FIX);
    }

    private void error(Element error) {
        var code = attribute(error, "errorRef")
                .flatMap(reference -> ModelXml.children(error.getOwnerDocument().getDocumentElement()).stream()
                        .filter(child -> ModelXml.is(child, "error") && reference.equals(child.getAttribute("id")))
                        .map(found -> found.getAttribute("errorCode"))
                        .findFirst());
        require(
                code.filter(found -> CODE.matcher(found).matches()).isPresent(),
                error,
                "catches or throws an error without a code, failures of the program included",
                "give it an errorRef whose errorCode is the code of a rejection");
    }

    private void named(Element element, String attribute) {
        require(
                NAME.matcher(element.getAttribute(attribute)).matches()
                        && !ExpressionGrammar.reserves(element.getAttribute(attribute)),
                element,
                "has no plain name in " + attribute,
                "write a name of letters, digits and '_'");
    }

    /** Refuses a decision table that would call Java from its expressions. */
    void checkDecision(byte[] xml) {
        var root = ModelXml.read(file, xml).getDocumentElement();
        for (var element : ModelXml.descendants(root)) {
            require(
                    !EXTERNAL.matcher(ownText(element)).find() && !FOREIGN.contains(element.getAttribute("kind")),
                    element,
                    "calls an external function",
                    "use the functions that FEEL has");
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static String ownText(Element element) {
        var text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text piece) {
                text.append(piece.getData());
            }
        }
        return text.toString().strip();
    }

    private void require(boolean holds, Element element, String problem, String fix) {
        if (!holds) {
            throw refused(element, problem, fix);
        }
    }

    private ModelRefused refused(Element element, ModelVocabulary.Refusal refusal) {
        return refused(element, refusal.problem(), refusal.fix());
    }

    private ModelRefused refused(Element element, String problem, String fix) {
        return new ModelRefused(file, ModelXml.idOf(element), problem, fix);
    }
}
