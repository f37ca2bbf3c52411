package cn.qiaotong.dashboard;

import cn.qiaotong.web.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The district plan as far as it concerns the desk: its name in each language, and its initiatives in their order. */
record Plan(Map<String, String> title, List<Initiative> initiatives) {

    Plan {
        initiatives = List.copyOf(initiatives);
    }

    public String title(Locale locale) {
        return title.getOrDefault(Language.of(locale).html(), "");
    }
}
