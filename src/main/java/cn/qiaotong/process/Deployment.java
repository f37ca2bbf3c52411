package cn.qiaotong.process;

/** One folder of models as the engine holds it: changed as a whole, and kept by every request that began with it. */
public record Deployment(String id, String folder) {}
