package cn.qiaotong.worklist;

import cn.qiaotong.process.RequestId;
import java.util.Optional;

/** So many per cent of a promised time are used and the step is still open. */
public record Reminded(RequestId request, String dueKey, Optional<String> organisation, int percent) {}
