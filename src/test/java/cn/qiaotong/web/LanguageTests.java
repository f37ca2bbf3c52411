package cn.qiaotong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9 | SIMPLIFIED",
                "zh | SIMPLIFIED",
                "zh-SG | SIMPLIFIED",
                "zh-Hans | SIMPLIFIED",
                "zh-Hans-HK | SIMPLIFIED",
                "zh-HK,zh;q=0.9,en;q=0.8 | TRADITIONAL",
                "zh-MO | TRADITIONAL",
                "zh-TW,zh;q=0.9 | TRADITIONAL",
                "zh-Hant | TRADITIONAL",
                "zh-Hant-MO | TRADITIONAL",
                "zh-Hant-MY | TRADITIONAL",
                "zh-Hant-CN | TRADITIONAL",
                "yue-HK | TRADITIONAL",
                "yue | TRADITIONAL",
                "ZH-hk | TRADITIONAL",
                "pt-MO,pt;q=0.9,zh-MO;q=0.5 | TRADITIONAL",
                "en-HK,zh-HK;q=0.9 | ENGLISH",
                "en | ENGLISH",
                "en-GB;q=0.5,zh-CN;q=0.4 | ENGLISH",
                "en;q=0.4,zh-TW;q=0.5 | TRADITIONAL",
                "en;q=0,zh-HK;q=0.1 | TRADITIONAL",
                "pt-PT | SIMPLIFIED",
                "fr,de;q=0.5 | SIMPLIFIED",
                "* | SIMPLIFIED"
            })
    void followsWhatTheBrowserPrefers(String accepted, Language language) {
        assertThat(Language.preferred(accepted)).isEqualTo(language);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ";;;", "zh-HK;q=9", "____", "\u0000"})
    void speaksSimplifiedChineseToWhoeverDoesNotSay(String accepted) {
        assertThat(Language.preferred(accepted)).isEqualTo(Language.SIMPLIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "zh-HK", "zh-TW", "zh-MO", "yue-Hant-HK"})
    void writesTraditionalCharactersAsHongKongDoes(String tag) {
        var language = Language.of(Locale.forLanguageTag(tag));

        assertThat(language.html()).isEqualTo("zh-Hant");
        assertThat(language.locale()).isEqualTo(new Locale("zh", "HK"));
    }
}
