package cn.qiaotong.process;

import java.util.Optional;

/**
 * A task has begun to wait for a person in a role. The role and the key of the deadline are those that the model names;
 * the engine itself keeps neither, so that nothing a person typed can widen who may see the task. The turn
 * counts, from one on, the runs of a part that the process repeats for several organisations at once.
 */
public record TaskOpened(
        RequestId request,
        TaskId task,
        String processKey,
        String element,
        String role,
        Optional<String> due,
        Optional<Integer> turn) {}
