package cn.qiaotong.worklist;

import cn.qiaotong.process.RequestId;
import java.util.Optional;

/** A promised time is over and the step is still open (督办). */
public record Overdue(RequestId request, String dueKey, Optional<String> organisation) {}
