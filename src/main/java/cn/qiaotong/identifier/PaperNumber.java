package cn.qiaotong.identifier;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.CrossCheck;
import cn.qiaotong.form.FieldError;
import java.time.LocalDate;
import java.util.Optional;

/** A number that carries its own check. A wrong one is a slip of the pen; a right one proves nobody's identity. */
sealed interface PaperNumber extends CrossCheck permits HongKongId, ResidentId, UnifiedCode {

    boolean isRight(String number, LocalDate today);

    /** What is said of a wrong one, as the end of a message key. */
    String error();

    @Override
    default Optional<FieldError> check(String key, Answers answers, CheckContext context) {
        return answers.get(key)
                .map(String::valueOf)
                .filter(number -> !isRight(number, context.today()))
                .map(number -> new FieldError(key, error()));
    }
}
