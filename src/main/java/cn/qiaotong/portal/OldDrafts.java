package cn.qiaotong.portal;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads whoever opens an old address of a draft to the request that it became. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OldDrafts {

    @ExceptionHandler
    String submitted(AlreadySubmitted draft) {
        return "redirect:/requests/" + draft.publicId();
    }
}
