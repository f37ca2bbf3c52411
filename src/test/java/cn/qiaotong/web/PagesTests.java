package cn.qiaotong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.ShellOnly;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        classes = ShellOnly.class,
        properties = {ShellOnly.KEYS, ShellOnly.ACTIVE, ShellOnly.INDEX, ShellOnly.DATABASE})
@AutoConfigureMockMvc
class PagesTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-Hans, 帮助, 本绿色通道不收取任何费用。, 长者版（大字）",
        "zh-TW, zh-Hant, 說明, 本綠色通道不收取任何費用。, 長者版（大字）",
        "en-GB, en, Help, The desk is free of charge., Larger text"
    })
    void everyPageIsWrittenInTheReadersLanguage(
            String accepted, String html, String title, String free, String larger) {
        var page = mvc.get().uri("/help").header("Accept-Language", accepted).exchange();

        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .contains("<html lang=\"" + html + "\"")
                .contains("<title>" + title + " – ")
                .contains("<h1>" + title + "</h1>")
                .contains(free)
                .contains(larger)
                .contains("lang=\"zh-Hant\" hreflang=\"zh-Hant\"", ">繁體</a>", ">简体</a>", ">English</a>")
                .doesNotContain("??", "th:", "style=");
        assertThat(text(page).split("<main>")).hasSize(2);
    }

    static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
