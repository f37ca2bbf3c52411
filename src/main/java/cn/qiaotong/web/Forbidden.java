package cn.qiaotong.web;

import org.springframework.http.HttpStatus;

/** This person may see the matter and may not do this with it. */
public class Forbidden extends Refusal {

    public Forbidden(String key, Object... arguments) {
        super(HttpStatus.FORBIDDEN, key, arguments);
    }
}
