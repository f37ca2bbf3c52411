package cn.qiaotong.section;

import cn.qiaotong.request.Request;
import java.util.Locale;
import java.util.Optional;

/**
 * How an open request stands while no step of it waits for anybody, as a module knows that makes requests wait for something
 * else: a time that has to pass. The owner's pages say it where they otherwise say who has the request.
 */
public interface Standing {

    Optional<Told> of(Request request, Locale locale);

    /** The headline, with until when, and what happens then. */
    record Told(String headline, String text) {}
}
