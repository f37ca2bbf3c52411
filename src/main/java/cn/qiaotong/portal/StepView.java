package cn.qiaotong.portal;

import cn.qiaotong.form.FormView;
import cn.qiaotong.portal.FollowPage.Branch;
import cn.qiaotong.request.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A step of the applicant's own as its page shows it: what is asked, until when, and what the branches have said so far. */
record StepView(
        Request request,
        String service,
        String step,
        String doing,
        Optional<LocalDate> until,
        List<Branch> branches,
        FormView form,
        String action) {}
