package cn.qiaotong.form;

/** Everything asked for was typed and fits. */
public record Valid(Answers answers) implements Checked {}
