package cn.qiaotong.worklist;

import cn.qiaotong.web.Conflict;
import java.time.Instant;

/** Somebody was faster: says who has the wait, or closed it, and since when. */
public final class TakenByOther extends Conflict {

    TakenByOther(String key, String who, Instant when) {
        super(key, who, when);
    }
}
