package cn.qiaotong.review;

import cn.qiaotong.request.Request;

/** A case as its page shows it: headline, what it rests on, what has happened. */
record CaseView(
        Request request, String service, String referredTo, boolean revealed, Evidence evidence, History history) {}
