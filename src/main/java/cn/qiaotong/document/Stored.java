package cn.qiaotong.document;

/** An upload that is now a document, or already was one of the same owner. */
public record Stored(Document document) implements Storing {}
