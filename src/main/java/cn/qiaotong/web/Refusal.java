package cn.qiaotong.web;

import org.springframework.http.HttpStatusCode;

/**
 * A "no" that a person should read: a status, and a text in their language. Thrown where it is known, mapped in one place
 * to a page or, for a part of a page, to a notice.
 */
public abstract class Refusal extends RuntimeException {

    private final HttpStatusCode status;
    private final transient Object[] arguments;

    protected Refusal(HttpStatusCode status, String key, Object... arguments) {
        super(key);
        this.status = status;
        this.arguments = arguments.clone();
    }

    public HttpStatusCode status() {
        return status;
    }

    public String key() {
        return getMessage();
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
