package cn.qiaotong.process;

/** One waiting task of the engine, named by the engine. */
public record TaskId(String value) {}
