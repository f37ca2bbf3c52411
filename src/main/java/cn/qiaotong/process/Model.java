package cn.qiaotong.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drawings of one deployment, in our words: what a linter, a dashboard and a list of duties need to know of them. */
public record Model(List<Drawing> drawings) {

    public Optional<Drawing> drawing(String processKey) {
        return drawings.stream()
                .filter(drawing -> drawing.key().equals(processKey))
                .findFirst();
    }

    /** One process with its elements, what its own extension properties say, and the XML of its file for the map. */
    public record Drawing(
            String file,
            String key,
            String name,
            String xml,
            List<Node> nodes,
            List<Flow> flows,
            Map<String, String> properties) {

        public Optional<String> property(String key) {
            return Optional.ofNullable(properties.get(key));
        }

        /** What the arrows out of an element lead to. */
        public List<Node> after(Node node) {
            return flows.stream()
                    .filter(flow -> flow.from().equals(node.id()))
                    .flatMap(flow -> node(flow.to()).stream())
                    .toList();
        }

        public Optional<Node> node(String id) {
            return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
        }
    }

    /**
     * One element that a token can reach. The kind is its BPMN name; role, due and form are those of a user task (or the
     * form of a start event), calls is the process a call activity calls, parent the sub-process around it, attachedTo the
     * element that a boundary event watches, event the kind of event it waits for or throws,
     * properties what its extension properties say.
     */
    public record Node(
            String id,
            String kind,
            String name,
            Optional<String> role,
            Optional<String> due,
            Optional<String> form,
            Optional<String> calls,
            Optional<String> word,
            Optional<String> parent,
            Optional<String> attachedTo,
            Optional<String> event,
            Map<String, String> properties) {

        public Optional<String> property(String key) {
            return Optional.ofNullable(properties.get(key));
        }
    }

    /** One arrow, with its condition where it has one. */
    public record Flow(String id, String from, String to, Optional<String> condition) {}
}
