package cn.qiaotong.process;

import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Refuses a model that could do anything but move a request along between people, words and deadlines. */
final class ModelRules {

    private static final Set<String> HARMLESS = Set.of(
            "http://www.w3.org/2000/xmlns/",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://camunda.org/schema/modeler/1.0");
    private static final Set<String> CONDITIONS = Set.of("conditionExpression");
    private static final Set<String> PARAMETERS = Set.of("inputParameter", "outputParameter");
    private static final Set<String> OWN_RULE = Set.of("delegateExpression", "dueDate", "loopCardinality");
    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b(?!-[a-z])");
    private static final Set<String> FOREIGN = Set.of("Java", "PMML");
    private static final String DUE_FIX = "write ${due.at('key')}";
    private static final String CONDITION_FIX = "keep to variables, literals, comparisons, and, or, not";

    private final String file;
    private final ModelDuties duties;

    ModelRules(String file, Set<String> words) {
        this.file = file;
        this.duties = new ModelDuties(file, words);
    }

    void check(byte[] xml) {
        var root = ModelXml.read(file, xml).getDocumentElement();
        if (!ModelXml.is(root, "definitions")) {
            throw refused(root, "is not a BPMN model", "start it with bpmn:definitions");
        }
        check(root);
    }

    private void check(Element element) {
        if (ModelXml.isDiagram(element)) {
            return;
        }
        known(element);
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            known(element, (Attr) attributes.item(i));
        }
        text(element, ModelXml.ownText(element));
        duties.check(element);
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
        } else if (isExpression(text) && !OWN_RULE.contains(name)) {
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

    /** Refuses a decision table that would call Java from its expressions. */
    void checkDecision(byte[] xml) {
        var root = ModelXml.read(file, xml).getDocumentElement();
        for (var element : ModelXml.descendants(root)) {
            require(
                    !EXTERNAL.matcher(ModelXml.ownText(element)).find()
                            && !FOREIGN.contains(element.getAttribute("kind")),
                    element,
                    "calls an external function",
                    "use the functions that FEEL has");
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
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
        return ModelRefused.at(file, element, problem, fix);
    }
}
