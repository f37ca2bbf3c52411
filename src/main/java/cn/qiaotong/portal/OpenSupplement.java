package cn.qiaotong.portal;

import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Typed;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Supplement;

/**
 * A supplement notice that is not answered yet, the form reduced to what it asks for, what was given before,
 * and what stands in the form now.
 */
record OpenSupplement(
        Request request, Supplement supplement, Form form, Typed given, Typed typed, CheckContext context) {

    String address() {
        return "/requests/%s/supplement".formatted(request.publicId());
    }

    OpenSupplement with(Typed changed) {
        return new OpenSupplement(request, supplement, form, given, changed, context);
    }
}
