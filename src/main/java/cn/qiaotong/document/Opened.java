package cn.qiaotong.document;

/** A document with its content, whole and unchanged. */
public record Opened(Document document, byte[] content) {}
