package cn.qiaotong.process;

/** A process has entered an element of its model; the type is the element's BPMN name, such as {@code userTask}. */
public record StepReached(RequestId request, String processKey, String element, String type) {}
