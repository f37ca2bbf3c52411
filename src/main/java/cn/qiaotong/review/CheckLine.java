package cn.qiaotong.review;

import cn.qiaotong.form.AnswersView.Row;
import cn.qiaotong.form.Shown;
import cn.qiaotong.policy.PolicyRow;
import java.util.List;

/**
 * One checked condition with everything that explains it: the verdict as the end of a message key, the answer it looked at
 * and the policy row it rests on. Answer and row are null where there is none.
 */
record CheckLine(
        String title, String text, String verdict, Row given, List<Shown> required, String unit, PolicyRow policy) {

    public String tag() {
        return switch (verdict) {
            case "yes" -> "tag-done";
            case "no" -> "tag-refused";
            default -> "tag-waiting";
        };
    }
}
