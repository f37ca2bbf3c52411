package cn.qiaotong.process;

/** A task has stopped waiting: somebody completed it, or the process moved on without it. */
public record TaskClosed(RequestId request, TaskId task, String element, boolean completed) {}
