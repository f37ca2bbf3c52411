package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.WholeDesk;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@WholeDesk
class UploadsTests {

    private static final String UPLOAD = "button[name=form.upload][value=identity_paper]";

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @ParameterizedTest
    @CsvSource({
        "none, zh-CN, 请上传身份证件。",
        "empty, zh-CN, 身份证件的文件是空的，请核对后重新上传。",
        "exe, zh-HK, 身份證明文件",
        "heic, en, Settings",
        "password, en, password",
        "big, en, 10 MB"
    })
    void saysWhyAFileIsNotTaken(String kind, String language, String message) {
        var visitor = papers(PortalFixture.visitor(mvc, beans, language));
        visitor.press(UPLOAD, kind.equals("none") ? Map.of() : Map.of("identity_paper.file", file(kind)));

        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.page.select(".error-summary a").eachAttr("href")).containsExactly("#identity_paper");
        assertThat(visitor.page.getElementById("identity_paper-error").text())
                .contains(language.equals("zh-HK") ? ".pdf" : message);
    }

    @Test
    void aFileStaysWhenAnotherFieldFailsAndGoesWhenItIsRemoved() {
        var visitor = papers(PortalFixture.visitor(mvc, beans, "en"));
        visitor.press(UPLOAD, Map.of("identity_paper.file", PortalFixture.pdf("身份證𨋢.pdf")));
        assertThat(visitor.status).isEqualTo(200);
        visitor.send(Map.of());

        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.page.select(".error-summary a").eachAttr("href"))
                .containsExactly("#tie_paper", "#means_paper");
        assertThat(visitor.text()).contains("身份證𨋢.pdf");
        assertThat(visitor.page.selectFirst("button[name=form.discard]").text()).contains("身份證𨋢.pdf");
        visitor.press("button[name=form.discard]", Map.of());
        assertThat(visitor.status).isEqualTo(200);
        assertThat(visitor.text()).doesNotContain("身份證𨋢.pdf");
    }

    @Test
    void aFileThatWasChosenIsTakenByContinueToo() {
        var visitor = papers(PortalFixture.visitor(mvc, beans, "en"));
        visitor.send(Map.of(
                "identity_paper.file", PortalFixture.pdf("a.pdf"),
                "tie_paper.file", PortalFixture.pdf("b.pdf"),
                "means_paper.file", PortalFixture.pdf("c.pdf")));

        assertThat(visitor.at).endsWith("/check");
        assertThat(visitor.text()).contains("a.pdf", "b.pdf", "c.pdf");
    }

    @Test
    void takesNoMoreFilesThanTheFieldSays() {
        var visitor = papers(PortalFixture.visitor(mvc, beans, "en"));
        for (var number = 0; number < 4; number++) {
            visitor.press(UPLOAD, Map.of("identity_paper.file", PortalFixture.pdf(number + ".pdf")));
        }
        visitor.press(UPLOAD, Map.of("identity_paper.file", PortalFixture.pdf("one-more.pdf")));

        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.text()).contains("3.pdf").doesNotContain("one-more.pdf");
    }

    @Test
    void nobodyNamesAFileThatIsNotTheirs() {
        var owner = papers(PortalFixture.visitor(mvc, beans, "en"));
        owner.press(UPLOAD, Map.of("identity_paper.file", PortalFixture.pdf("mine.pdf")));
        var address = owner.address(".files a");
        var other = papers(PortalFixture.visitor(mvc, beans, "en"));
        other.send(Map.of("identity_paper", address.replace("/documents/", "")));

        assertThat(other.page.select(".error-summary a").eachAttr("href")).contains("#identity_paper");
        assertThat(other.get(address).status).isEqualTo(404);
        assertThat(owner.get(address).status).isEqualTo(200);
    }

    private static Visitor papers(Visitor visitor) {
        return visitor.get("/drafts/%s/pages/papers".formatted(PortalFixture.begin(visitor)));
    }

    private static MockMultipartFile file(String kind) {
        return switch (kind) {
            case "empty" -> named("a.pdf", "");
            case "exe" -> named("a.pdf", "MZ this is a program");
            case "heic" -> named("a.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
            case "password" ->
                named("a.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Encrypt 2 0 R>>\n%%EOF\n");
            default -> named("a.pdf", "%PDF-1.4\n" + "0".repeat(11 * 1024 * 1024) + "\n%%EOF\n");
        };
    }

    private static MockMultipartFile named(String name, String content) {
        return new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
