package cn.qiaotong.identifier;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.CrossCheck;
import cn.qiaotong.form.FieldError;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The check character of a unified social credit code (GB 32100-2015). The code may begin with letters: some kinds of
 * organisation have them there.
 */
@Component("unifiedCode")
class UnifiedCode implements CrossCheck {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    @Override
    public Optional<FieldError> check(String key, Answers answers, CheckContext context) {
        return answers.get(key)
                .map(String::valueOf)
                .filter(code -> !isRight(code))
                .map(code -> new FieldError(key, "unified-code-check"));
    }

    static boolean isRight(String code) {
        if (!code.matches("[%s]{%d}".formatted(CHARACTERS, LENGTH))) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < LENGTH - 1; place++) {
            sum += CHARACTERS.indexOf(code.charAt(place)) * weight;
            weight = weight * 3 % CHARACTERS.length();
        }
        return CHARACTERS.charAt((CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length())
                == code.charAt(LENGTH - 1);
    }
}
