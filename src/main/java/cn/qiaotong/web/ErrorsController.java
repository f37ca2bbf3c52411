package cn.qiaotong.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for what was refused, or went wrong, before or after any handler: by the firewall, a filter or the server. */
@Controller
class ErrorsController implements ErrorController {

    private final Refusals refusals;
    private final Faults faults;

    ErrorsController(Refusals refusals, Faults faults) {
        this.refusals = refusals;
        this.faults = faults;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            return refusals.incident(faults.log(fault), request, response);
        }
        return request.getAttribute("stale") == null
                ? refusals.standard(status(request), request, response)
                : refusals.view(HttpStatus.FORBIDDEN, "web.refusal.stale.text", new Object[0], request, response);
    }

    private static HttpStatusCode status(HttpServletRequest request) {
        return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(HttpStatusCode::valueOf)
                .orElse(HttpStatus.NOT_FOUND);
    }
}
