package cn.qiaotong.process;

import static cn.qiaotong.process.ModelXml.attribute;
import static cn.qiaotong.process.ModelXml.camunda;

import cn.qiaotong.process.Model.Drawing;
import cn.qiaotong.process.Model.Flow;
import cn.qiaotong.process.Model.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Translates the XML of a model into our words. */
final class ModelReader {

    static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "userTask",
            "serviceTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway");

    private final String file;
    private final byte[] xml;

    ModelReader(String file, byte[] xml) {
        this.file = file;
        this.xml = xml;
    }

    List<Drawing> drawings() {
        return ModelXml.children(ModelXml.read(file, xml).getDocumentElement()).stream()
                .filter(element -> ModelXml.is(element, "process"))
                .map(this::drawing)
                .toList();
    }

    private Drawing drawing(Element process) {
        var inside = ModelXml.descendants(process);
        return new Drawing(
                file,
                process.getAttribute("id"),
                process.getAttribute("name"),
                new String(xml, StandardCharsets.UTF_8),
                inside.stream()
                        .filter(ModelReader::isNode)
                        .map(ModelReader::node)
                        .toList(),
                inside.stream()
                        .filter(element -> ModelXml.is(element, "sequenceFlow"))
                        .map(ModelReader::flow)
                        .toList(),
                properties(process));
    }

    private static boolean isNode(Element element) {
        return ModelXml.BPMN.equals(element.getNamespaceURI()) && NODES.contains(element.getLocalName());
    }

    private static Node node(Element element) {
        return new Node(
                element.getAttribute("id"),
                element.getLocalName(),
                element.getAttribute("name"),
                camunda(element, "candidateGroups"),
                camunda(element, "dueDate").flatMap(ExpressionGrammar::dueKey).or(() -> timerKey(element)),
                camunda(element, "formRef").or(() -> camunda(element, "formKey").map(ModelReader::formName)),
                attribute(element, "calledElement"),
                camunda(element, "delegateExpression").map(word -> word.substring(2, word.length() - 1)),
                parent(element),
                attribute(element, "attachedToRef"),
                definition(element).map(Element::getLocalName),
                properties(element));
    }

    private static String formName(String key) {
        return key.substring(key.lastIndexOf(':') + 1).replaceFirst("\\.form$", "");
    }

    private static Optional<Element> definition(Element event) {
        return ModelXml.children(event).stream()
                .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                .findFirst();
    }

    private static Optional<String> timerKey(Element event) {
        return definition(event)
                .filter(definition -> ModelXml.is(definition, "timerEventDefinition"))
                .map(Element::getTextContent)
                .map(String::strip)
                .flatMap(ExpressionGrammar::dueKey);
    }

    private static Optional<String> parent(Element element) {
        return element.getParentNode() instanceof Element around && ModelXml.is(around, "subProcess")
                ? attribute(around, "id")
                : Optional.empty();
    }

    private static Map<String, String> properties(Element element) {
        var properties = new TreeMap<String, String>();
        ModelXml.children(element).stream()
                .filter(child -> ModelXml.is(child, "extensionElements"))
                .flatMap(extensions -> ModelXml.descendants(extensions).stream())
                .filter(child -> child.getLocalName().equals("property"))
                .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        return properties;
    }

    private static Flow flow(Element element) {
        return new Flow(
                element.getAttribute("id"),
                element.getAttribute("sourceRef"),
                element.getAttribute("targetRef"),
                ModelXml.children(element).stream()
                        .filter(child -> ModelXml.is(child, "conditionExpression"))
                        .map(condition -> condition.getTextContent().strip())
                        .findFirst());
    }
}
