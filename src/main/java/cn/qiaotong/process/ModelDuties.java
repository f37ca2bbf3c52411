package cn.qiaotong.process;

import static cn.qiaotong.process.ModelXml.attribute;
import static cn.qiaotong.process.ModelXml.camunda;

import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What each kind of element must say: a task its role, a service its word, a timer its deadline, an error its code. */
final class ModelDuties {

    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern WORD = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]*)}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final String DUE_FIX = "write ${due.at('key')}";

    /** How often a part repeats: once for each branch, as the word that refers has told. */
    static final String REFERRALS = "${referrals}";

    private final String file;
    private final Set<String> words;

    ModelDuties(String file, Set<String> words) {
        this.file = file;
        this.words = words;
    }

    void check(Element element) {
        switch (element.getLocalName()) {
            case "serviceTask" -> word(element);
            case "userTask" -> role(element);
            case "callActivity" -> call(element);
            case "startEvent" -> start(element);
            case "timerEventDefinition" -> timer(element);
            case "errorEventDefinition" -> error(element);
            case "multiInstanceLoopCharacteristics" -> repeated(element);
            case "loopCardinality" ->
                require(
                        ModelXml.ownText(element).equals(REFERRALS),
                        element,
                        "repeats for something else than the branches",
                        "write " + REFERRALS);
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

    private void repeated(Element repeats) {
        require(
                ModelXml.is((Element) repeats.getParentNode(), "subProcess"),
                repeats,
                "repeats and is no sub-process",
                "draw a sub-process around what each branch does");
        require(
                !"true".equals(repeats.getAttribute("isSequential")),
                repeats,
                "asks one branch after the other",
                "make it parallel");
        require(
                ModelXml.children(repeats).stream().anyMatch(child -> ModelXml.is(child, "loopCardinality")),
                repeats,
                "repeats without an end",
                "write the loopCardinality " + REFERRALS);
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

    private void require(boolean holds, Element element, String problem, String fix) {
        if (!holds) {
            throw ModelRefused.at(file, element, problem, fix);
        }
    }
}
