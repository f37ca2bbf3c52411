package cn.qiaotong.review;

import cn.qiaotong.request.Request;
import java.util.List;

/** A case as its page shows it: headline, what it rests on, what has happened. */
record CaseView(
        Request request,
        String service,
        List<String> referredTo,
        boolean revealed,
        Evidence evidence,
        History history) {}
