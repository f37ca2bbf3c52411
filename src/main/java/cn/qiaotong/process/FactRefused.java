package cn.qiaotong.process;

/** A value that the engine must not hold: it keeps booleans, codes, whole numbers and dates, and no words of people. */
public class FactRefused extends RuntimeException {

    FactRefused(String name, String problem) {
        super("Fact '%s' %s".formatted(name, problem));
    }
}
