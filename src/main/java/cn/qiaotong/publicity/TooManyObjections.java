package cn.qiaotong.publicity;

import cn.qiaotong.web.Refusal;
import org.springframework.http.HttpStatus;

/**
 * More objections came within an hour, or to one notice in all, than people would read. Nobody is told apart by it, because
 * nothing of who objects is kept; nothing was received, and the words stay with whoever wrote them.
 */
public final class TooManyObjections extends Refusal {

    private TooManyObjections(String key) {
        super(HttpStatus.TOO_MANY_REQUESTS, key);
    }

    static TooManyObjections withinTheHour() {
        return new TooManyObjections("publicity.objection.many");
    }

    static TooManyObjections ofTheNotice() {
        return new TooManyObjections("publicity.objection.full");
    }
}
