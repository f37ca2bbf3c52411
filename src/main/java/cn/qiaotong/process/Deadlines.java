package cn.qiaotong.process;

import java.time.Instant;

/** The word {@code due} of the models: {@code ${due.at('supplement')}} is the instant at which that time of a request is up. */
@FunctionalInterface
public interface Deadlines {

    Instant at(RequestId request, String key);
}
