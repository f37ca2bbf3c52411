package cn.qiaotong.form;

/** How personal an answer is: sensitive ones are masked unless a page says otherwise, and neither kind reaches the engine. */
public enum Pii {
    NONE,
    PERSONAL,
    SENSITIVE
}
