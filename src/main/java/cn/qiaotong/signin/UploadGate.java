package cn.qiaotong.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns uploads by strangers away before anything looks at their parameters, because looking makes the server write the
 * files to disk. A browser whose last person we know may still have its fields kept.
 */
class UploadGate extends OncePerRequestFilter {

    private final Gate gate;
    private final BrowserMarks marks;

    UploadGate(Gate gate, BrowserMarks marks) {
        this.gate = gate;
        this.marks = marks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request) && isStranger(request)) {
            gate.commence(request, response, new InsufficientAuthenticationException("upload"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
    }

    private boolean isStranger(HttpServletRequest request) {
        return !(SecurityContextHolder.getContext().getAuthentication() instanceof SignedInPerson)
                && marks.who(request).isEmpty();
    }
}
