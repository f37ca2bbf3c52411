package cn.qiaotong.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.PersonFixture;
import cn.qiaotong.web.NotFound;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** A document is handed out to be saved, to whom it belongs, and in one piece. */
class DocumentControllerTests {

    private final Person applicant = PersonFixture.applicant();
    private final Documents documents =
            DocumentFixture.documents(Database.H2.migrated(), (owner, id, person) -> person == applicant);
    private final Document stored = ((Stored) documents.store(
                    new Owner("request", UUID.randomUUID()),
                    "陳大文 \"1\".exe",
                    new ByteArrayInputStream(Samples.pdf()),
                    applicant))
            .document();

    @Test
    void handsOutAFileToSave() {
        var response = as(applicant).get().uri("/documents/" + stored.id()).exchange();

        assertThat(response).hasStatusOk().body().isEqualTo(Samples.pdf());
        assertThat(response)
                .headers()
                .hasValue("Content-Type", "application/pdf")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasValue("Cross-Origin-Resource-Policy", "same-origin")
                .hasValue("Cache-Control", "no-store")
                .hasValue("Accept-Ranges", "none");
        assertThat(response.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''%E9%99%B3%E5%A4%A7%E6%96%87%20_1_.exe.pdf");
    }

    @Test
    void handsOutTheWholeFileWhateverRangeIsAsked() {
        var response = as(applicant)
                .get()
                .uri("/documents/" + stored.id())
                .header("Range", "bytes=0-3")
                .exchange();

        assertThat(response).hasStatusOk().body().isEqualTo(Samples.pdf());
    }

    @Test
    void doesNotOfferTheHeadAlone() {
        assertThat(as(applicant).head().uri("/documents/" + stored.id()).exchange())
                .hasStatus(405)
                .headers()
                .hasValue("Allow", "GET");
    }

    @Test
    void aForeignDocumentLooksLikeNone() {
        var foreign = as(PersonFixture.applicant())
                .get()
                .uri("/documents/" + stored.id())
                .exchange();
        var none = as(applicant).get().uri("/documents/" + UUID.randomUUID()).exchange();

        for (var answer : List.of(foreign, none)) {
            assertThat(answer)
                    .hasFailed()
                    .failure()
                    .cause()
                    .isInstanceOf(NotFound.class)
                    .hasMessage("web.refusal.404.text");
        }
    }

    private MockMvcTester as(Person person) {
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(new DocumentController(documents))
                .setCustomArgumentResolvers(new Asking(person))
                .build());
    }

    private record Asking(Person person) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Person.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binder) {
            return person;
        }
    }
}
