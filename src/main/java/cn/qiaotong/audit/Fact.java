package cn.qiaotong.audit;

import java.util.regex.Pattern;

/** What may stand in the record: ids, codes and hashes, and nothing shaped like a resident's number or a mobile phone's. */
final class Fact {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/+=-]{1,200}");
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_.:/+=-]{0,200}");
    private static final Pattern PERSONAL = Pattern.compile("\\d{17}[0-9Xx]|(\\+?86-?)?1[3-9]\\d{9}");

    private Fact() {}

    static void check(String code, String name, String text) {
        if (!NAME.matcher(name).matches()) {
            throw new FactRefused(code, "a name");
        }
        if (!TEXT.matcher(text).matches() || PERSONAL.matcher(text).matches()) {
            throw new FactRefused(code, name);
        }
    }
}
