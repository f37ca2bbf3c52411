package cn.qiaotong.budget;

/** Two folders say what one budget line provides. The message names the line and both. */
final class LineTwice extends RuntimeException {

    LineTwice(String line, String one, String other) {
        super("The budget line '%s' stands in the policies of %s and of %s; give one of them another key."
                .formatted(line, one, other));
    }
}
