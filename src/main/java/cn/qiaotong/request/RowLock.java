package cn.qiaotong.request;

import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.RequestLock;
import org.springframework.stereotype.Component;

/** Locks the request's row before any job of the engine touches the request. */
@Component
class RowLock implements RequestLock {

    private final RequestRows rows;

    RowLock(RequestRows rows) {
        this.rows = rows;
    }

    @Override
    public void lock(RequestId request) {
        rows.locked(request);
    }
}
