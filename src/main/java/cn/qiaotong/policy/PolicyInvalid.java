package cn.qiaotong.policy;

/** A mistake in a file of policy rows: the file, the row, and how to put it right. */
public final class PolicyInvalid extends Exception {

    private final String file;
    private final String row;
    private final String fix;

    PolicyInvalid(String file, String row, String fix) {
        super("%s, %s: %s".formatted(file, row, fix));
        this.file = file;
        this.row = row;
        this.fix = fix;
    }

    public String file() {
        return file;
    }

    public String row() {
        return row;
    }

    public String fix() {
        return fix;
    }
}
