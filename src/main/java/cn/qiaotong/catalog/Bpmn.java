package cn.qiaotong.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A BPMN file as its XML elements, read without document types or outside references, for the folder's linter. */
final class Bpmn {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Stands for every error, where an event names none. */
    static final String ANY_ERROR = "*";

    private final List<Element> everything;

    private Bpmn(Element root) {
        this.everything = within(root).toList();
    }

    static Optional<Bpmn> read(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(
                    new Bpmn(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return Optional.empty();
        }
    }

    List<Element> all(String... names) {
        return Stream.of(names).flatMap(name -> elements(MODEL, name).stream()).toList();
    }

    List<Element> flowNodes() {
        return all(
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
                "parallelGateway",
                "inclusiveGateway",
                "eventBasedGateway");
    }

    boolean isDrawn(String id) {
        return Stream.of("BPMNShape", "BPMNEdge")
                .flatMap(name -> elements(DIAGRAM, name).stream())
                .anyMatch(shape -> shape.getAttribute("bpmnElement").equals(id));
    }

    /** The sub-processes that each branch runs for itself. */
    List<Element> repeated() {
        return all("subProcess").stream()
                .filter(part -> children(part, MODEL, "multiInstanceLoopCharacteristics").stream()
                        .anyMatch(repeats -> repeats.getParentNode() == part))
                .toList();
    }

    /** The part that each branch runs for itself and that holds this element, if there is one. */
    Optional<Element> repeatedAround(Element element) {
        return repeated().stream()
                .filter(part -> part != element
                        && (part.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_CONTAINED_BY) != 0)
                .findFirst();
    }

    /** The inputs that an element itself takes, by name. */
    static Map<String, String> ownInputs(Element element) {
        return children(element, CAMUNDA, "inputParameter").stream()
                .filter(parameter -> parameter.getParentNode().getParentNode().getParentNode() == element)
                .collect(Collectors.toMap(
                        parameter -> parameter.getAttribute("name"),
                        parameter -> parameter.getTextContent().strip(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    Optional<Element> byId(String id) {
        return everything.stream()
                .filter(element -> MODEL.equals(element.getNamespaceURI())
                        && element.getAttribute("id").equals(id))
                .findFirst();
    }

    List<Element> from(Element node) {
        return all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                .toList();
    }

    List<Element> inside(Element parent, String name) {
        return children(parent, MODEL, name);
    }

    /** Whether a service task says this word. */
    boolean says(String word) {
        return !saying(word).isEmpty();
    }

    List<Element> saying(String word) {
        return all("serviceTask").stream()
                .filter(task -> camunda(task, "delegateExpression").equals("${%s}".formatted(word)))
                .toList();
    }

    /** The fields in which the applicant chooses branches, in the order in which the model refers. */
    List<String> referralFields() {
        return saying("refer").stream()
                .flatMap(task -> input(task, "branch").stream())
                .toList();
    }

    /** The code of the error that an event catches or throws; none for an event of another kind. */
    Optional<String> error(Element event) {
        return inside(event, "errorEventDefinition").stream()
                .map(definition -> byId(definition.getAttribute("errorRef"))
                        .map(error -> error.getAttribute("errorCode"))
                        .orElse(ANY_ERROR))
                .findFirst();
    }

    /** The errors that the process can end with. */
    Set<String> errors() {
        return all("endEvent").stream()
                .flatMap(end -> error(end).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What each word is told, by the first service task that says it. */
    Map<String, Map<String, String>> inputs() {
        var inputs = new HashMap<String, Map<String, String>>();
        all("serviceTask")
                .forEach(task ->
                        inputs.putIfAbsent(camunda(task, "delegateExpression").replaceAll("[${}]", ""), inputs(task)));
        return inputs;
    }

    private static Map<String, String> inputs(Element task) {
        return children(task, CAMUNDA, "inputParameter").stream()
                .collect(Collectors.toMap(
                        parameter -> parameter.getAttribute("name"),
                        parameter -> parameter.getTextContent().strip()));
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    static Optional<String> input(Element task, String name) {
        return children(task, CAMUNDA, "inputParameter").stream()
                .filter(parameter -> parameter.getAttribute("name").equals(name))
                .map(parameter -> parameter.getTextContent().strip())
                .findFirst();
    }

    static Optional<String> property(Element element, String name) {
        return children(element, CAMUNDA, "property").stream()
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    /** A property of the element itself and of nothing drawn within it. */
    static Optional<String> own(Element element, String name) {
        return children(element, CAMUNDA, "property").stream()
                .filter(property -> property.getParentNode().getParentNode().getParentNode() == element
                        && property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    static Optional<String> text(Element element, String child) {
        return children(element, MODEL, child).stream()
                .filter(found -> found.getParentNode() == element)
                .map(found -> found.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    static boolean has(Element element, String child) {
        return !children(element, MODEL, child).isEmpty();
    }

    static boolean hasRetryCycle(Element element) {
        return !children(element, CAMUNDA, "failedJobRetryTimeCycle").isEmpty();
    }

    private List<Element> elements(String namespace, String name) {
        return named(everything.stream(), namespace, name);
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        return named(within(parent), namespace, name);
    }

    private static List<Element> named(Stream<Element> elements, String namespace, String name) {
        return elements.filter(
                        element -> name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI()))
                .toList();
    }

    /** Every element inside, in the order of the file. The platform's own list of them takes the square of their number. */
    private static Stream<Element> within(Element parent) {
        return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .flatMap(child -> Stream.concat(Stream.of(child), within(child)));
    }
}
