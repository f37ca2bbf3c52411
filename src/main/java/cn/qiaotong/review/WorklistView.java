package cn.qiaotong.review;

import cn.qiaotong.worklist.Waits;
import java.util.List;
import java.util.Map;

/** A page of the worklist: its lines, what it is narrowed to, and where it goes on. Choices are keys with their names. */
record WorklistView(
        WorklistQuery query,
        List<WorklistLine> lines,
        long count,
        String next,
        Map<String, String> services,
        Map<String, String> steps) {

    public boolean countedOut() {
        return count > Waits.COUNTED;
    }

    /** The name of what a tag narrows to; empty for one that says it itself. */
    public String named(String kind) {
        return switch (kind) {
            case "service" -> services.getOrDefault(query.service(), query.service());
            case "step" -> steps.getOrDefault(query.step(), query.step());
            default -> "";
        };
    }
}
