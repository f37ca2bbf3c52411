package cn.qiaotong.web;

import org.springframework.http.HttpStatus;

/** Somebody was quicker, or things have moved on: the act no longer fits what is there. */
public class Conflict extends Refusal {

    public Conflict(String key, Object... arguments) {
        super(HttpStatus.CONFLICT, key, arguments);
    }
}
