package cn.qiaotong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where a refusal or a fault becomes something to read: a page, or, where htmx asked for part of one, a
 * notice. What an exception says is never shown; a moment it names is written as the page's language writes moments.
 */
@ControllerAdvice
class Refusals {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503);

    private static final String RETRY_SECONDS = "5";

    private final Faults faults;
    private final Dates dates;

    Refusals(Faults faults, Dates dates) {
        this.faults = faults;
        this.dates = dates;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return view(refusal.status(), refusal.key(), refusal.arguments(), request, response)
                .addObject("typed", refusal instanceof Overtaken overtaken ? overtaken.typed() : Map.of());
    }

    @ExceptionHandler
    ModelAndView tooLarge(
            MaxUploadSizeExceededException large, HttpServletRequest request, HttpServletResponse response) {
        return standard(HttpStatus.PAYLOAD_TOO_LARGE, request, response);
    }

    /** An address with something in it that is no id is an address that does not exist. */
    @ExceptionHandler
    ModelAndView notAnId(
            MethodArgumentTypeMismatchException wrong, HttpServletRequest request, HttpServletResponse response) {
        return standard(HttpStatus.NOT_FOUND, request, response);
    }

    /** Left to the filter chain, which knows whether to refuse or to ask to sign in. */
    @ExceptionHandler
    void forTheChain(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    void forTheChain(AuthenticationException unknown) {
        throw unknown;
    }

    /** A lock or a connection waited for too long: nothing was changed, and the same act may be tried again. */
    @ExceptionHandler
    ModelAndView busy(TransientDataAccessException busy, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return standard(HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }

    @ExceptionHandler
    ModelAndView failed(Exception fault, HttpServletRequest request, HttpServletResponse response) {
        if (fault instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
            known.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
            return standard(known.getStatusCode(), request, response);
        }
        return incident(faults.log(fault), request, response);
    }

    ModelAndView incident(String number, HttpServletRequest request, HttpServletResponse response) {
        return view(HttpStatus.INTERNAL_SERVER_ERROR, "web.refusal.500.text", new Object[] {number}, request, response);
    }

    ModelAndView standard(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response) {
        return view(status, "web.refusal.%d.text".formatted(known(status)), new Object[0], request, response);
    }

    ModelAndView view(
            HttpStatusCode status,
            String key,
            Object[] arguments,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setStatus(status.value());
        return new ModelAndView(isPart(request) ? "web/refusal :: notice" : "web/refusal")
                .addObject("status", known(status))
                .addObject("key", key)
                .addObject(
                        "arguments",
                        Arrays.stream(arguments).map(this::readable).toArray());
    }

    private Object readable(Object argument) {
        return argument instanceof Instant at ? dates.time(at) : argument;
    }

    private static int known(HttpStatusCode status) {
        if (WITH_WORDS.contains(status.value())) {
            return status.value();
        }
        return status.is5xxServerError() ? 503 : 400;
    }

    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
    }
}
