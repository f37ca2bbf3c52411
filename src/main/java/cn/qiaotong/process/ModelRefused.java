package cn.qiaotong.process;

import org.w3c.dom.Element;

/** A model that may not be deployed, with the file, the element and what to do about it. */
public class ModelRefused extends RuntimeException {

    private final String file;
    private final String element;
    private final String fix;

    ModelRefused(String file, String element, String problem, String fix) {
        super("%s, element '%s': %s; %s".formatted(file, element, problem, fix));
        this.file = file;
        this.element = element;
        this.fix = fix;
    }

    static ModelRefused at(String file, Element element, String problem, String fix) {
        return new ModelRefused(file, ModelXml.idOf(element), problem, fix);
    }

    public String file() {
        return file;
    }

    public String element() {
        return element;
    }

    public String fix() {
        return fix;
    }
}
