package cn.qiaotong.process;

import java.util.regex.Pattern;

/** A step's answer "no", which the model catches as a BPMN error of the same code; any other exception is a failure. */
public class StepRejected extends RuntimeException {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final String code;

    public StepRejected(String code) {
        super("Step rejected: " + code);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A rejection has a code of letters, digits, '_' and '-'");
        }
        this.code = code;
    }

    public String code() {
        return code;
    }
}
