package cn.qiaotong.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the engine may know, checked before it does: no personal data fits through. */
final class Facts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{0,80}");

    private Facts() {}

    static Map<String, Object> checked(Map<String, ?> facts) {
        var checked = new HashMap<String, Object>();
        facts.forEach((name, fact) -> checked.put(named(name), known(name, fact)));
        return checked;
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new FactRefused("?", "has a name that is not of letters, digits and '_'");
        }
        if (ExpressionGrammar.reserves(name)) {
            throw new FactRefused(name, "has a name that expressions keep for themselves");
        }
        return name;
    }

    private static Object known(String name, Object fact) {
        if (fact == null || fact instanceof Boolean || fact instanceof Integer || fact instanceof Long) {
            return fact;
        }
        if (fact instanceof LocalDate date) {
            return date.toString();
        }
        if (fact instanceof String code && CODE.matcher(code).matches()) {
            return code;
        }
        throw new FactRefused(name, "is neither a boolean, a code, a whole number nor a date");
    }
}
