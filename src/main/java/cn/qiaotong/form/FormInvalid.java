package cn.qiaotong.form;

/** A form file that is refused, naming the file, the element and the fix. */
public class FormInvalid extends RuntimeException {

    private final String resource;
    private final String element;
    private final String fix;

    FormInvalid(String resource, String element, String fix) {
        super("%s, %s: %s".formatted(resource, element, fix));
        this.resource = resource;
        this.element = element;
        this.fix = fix;
    }

    public String resource() {
        return resource;
    }

    public String element() {
        return element;
    }

    public String fix() {
        return fix;
    }
}
