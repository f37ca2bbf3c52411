package cn.qiaotong.form;

import java.util.Optional;

/** A rule over several answers that a form names and Java states, such as shares that add up to a hundred. */
@FunctionalInterface
public interface CrossCheck {

    /** What is wrong with the answer named {@code key}, which is valid by itself, seen beside the other answers. */
    Optional<FieldError> check(String key, Answers answers, CheckContext context);

    /** What makes a valid answer worth a second look, as the end of a message key {@code form.unusual.<code>}. */
    default Optional<String> doubt(Object answer, CheckContext context) {
        return Optional.empty();
    }
}
