package cn.qiaotong.portal;

import cn.qiaotong.form.FormView;
import cn.qiaotong.portal.FollowPage.Asked;
import cn.qiaotong.request.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The supplement page as its template shows it. */
record SupplementView(
        Request request,
        String service,
        List<Asked> asked,
        Optional<LocalDate> until,
        FormView form,
        String action,
        boolean upload) {}
