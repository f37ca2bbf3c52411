package cn.qiaotong.web;

import org.springframework.http.HttpStatus;

/** What was asked for is not there, or not there for this person; the two look the same. */
public class NotFound extends Refusal {

    /** The one answer for whatever does not exist and whatever belongs to somebody else. */
    public NotFound() {
        this("web.refusal.404.text");
    }

    public NotFound(String key, Object... arguments) {
        super(HttpStatus.NOT_FOUND, key, arguments);
    }
}
