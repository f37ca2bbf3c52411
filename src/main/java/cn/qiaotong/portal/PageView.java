package cn.qiaotong.portal;

import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.FormView;
import cn.qiaotong.form.Page;
import java.util.List;

/** A question page as its template shows it. */
record PageView(String title, String service, FormView form, String action, String files, String back, boolean upload) {

    static PageView of(
            OpenDraft open, Page page, FormView whole, List<FieldError> errors, String title, boolean change) {
        var suffix = change ? "?from=check" : "";
        return new PageView(
                title,
                open.service().key(),
                whole.on(page).with(errors),
                open.address(page) + suffix,
                open.address(page) + "/files",
                change ? open.address() + "/check" : open.before(page),
                page.fields().stream().anyMatch(Uploads::isFile));
    }
}
