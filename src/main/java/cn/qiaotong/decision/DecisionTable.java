package cn.qiaotong.decision;

import java.util.List;

/** What a decision file says about its table, checked against everything we allow in one. */
record DecisionTable(
        String id,
        String name,
        int historyDays,
        boolean collects,
        List<String> inputs,
        List<String> outputs,
        List<String> rules) {

    static DecisionTable read(String resource, byte[] dmn) {
        return new DecisionReader(resource).read(dmn);
    }
}
