package cn.qiaotong.process;

import java.util.UUID;

/** The request that a process instance serves: the engine's business key, and the only thing it knows about a request. */
public record RequestId(UUID value) {

    static RequestId of(String businessKey) {
        return new RequestId(UUID.fromString(businessKey));
    }

    String businessKey() {
        return value.toString();
    }
}
