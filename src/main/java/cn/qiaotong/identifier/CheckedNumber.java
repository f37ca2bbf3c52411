package cn.qiaotong.identifier;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.CrossCheck;
import cn.qiaotong.form.FieldError;
import java.time.LocalDate;
import java.util.Optional;

/** A number that can be checked by itself. A wrong one is a slip of the pen; a right one proves nobody's identity. */
sealed interface CheckedNumber extends CrossCheck
        permits Amount,
                HongKongId,
                PassportZone,
                PermanentResidenceCard,
                PhoneNumber,
                ResidencePermit,
                ResidentId,
                UnifiedCode,
                WrittenNumber {

    Verdict verdict(String number, LocalDate today);

    @Override
    default Optional<FieldError> check(String key, Answers answers, CheckContext context) {
        return answers.at(key)
                .map(number -> verdict(number.toString(), context.today()))
                .flatMap(Verdict::refusal)
                .map(code -> new FieldError(key, code));
    }

    @Override
    default Optional<String> doubt(Object answer, CheckContext context) {
        return verdict(answer.toString(), context.today()).doubt();
    }
}
