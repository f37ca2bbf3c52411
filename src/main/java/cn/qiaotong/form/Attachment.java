package cn.qiaotong.form;

/** A stored file as a page names it: the document's id, its name, its size in words and where it opens. */
public record Attachment(String id, String name, String size, String href) {}
