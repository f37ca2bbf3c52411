package cn.qiaotong.process;

/**
 * A process has ended at an end event, whose id is the outcome. A process that another one called says its own key and the
 * request of its caller; a process that was cancelled has no outcome and says nothing.
 */
public record ProcessEnded(RequestId request, String processKey, String outcome) {}
