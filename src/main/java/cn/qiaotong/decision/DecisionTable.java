package cn.qiaotong.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a decision file says about its table, checked against everything we allow in one. */
record DecisionTable(
        String id,
        String name,
        int historyDays,
        boolean collects,
        List<String> inputs,
        Map<String, Set<String>> outputs,
        Set<BigDecimal> numbers,
        boolean holdsForAll,
        List<String> rules) {

    static DecisionTable read(String resource, byte[] dmn) {
        return new DecisionReader(resource).read(dmn);
    }
}
