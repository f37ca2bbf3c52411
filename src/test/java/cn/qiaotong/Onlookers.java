package cn.qiaotong;

import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.document.Document;
import cn.qiaotong.document.Documents;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.WaitFilter;
import cn.qiaotong.worklist.Waits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People of organisations and what they get to see of a request, by every way there is: lists, search, pages, files. */
final class Onlookers {

    private static final int ALL = 1000;

    private final MockMvcTester mvc;
    private final Acts acts;
    private final Requests requests;
    private final CaseFiles files;
    private final Documents documents;
    private final Waits waits;

    Onlookers(BeanFactory beans, Acts acts) {
        this.acts = acts;
        mvc = beans.getBean(MockMvcTester.class);
        requests = beans.getBean(Requests.class);
        files = beans.getBean(CaseFiles.class);
        documents = beans.getBean(Documents.class);
        waits = beans.getBean(Waits.class);
    }

    Person someone(Organisation organisation, Role... roles) {
        return acts.person("someone-" + UUID.randomUUID(), Optional.of(organisation), roles);
    }

    /** Whatever the way, the request, this step of it and its files do not exist for the person. */
    void seesNothing(Request request, String step, Person person) {
        var address = "/review/" + request.publicId();
        assertThat(listed(person)).noneMatch(wait -> wait.request().equals(request.id()));
        assertThat(requests.search(request.receipt(), person)).isEmpty();
        assertThatThrownBy(() -> files.asStaff(request.publicId(), person)).isInstanceOf(NotFound.class);
        assertThat(get(address, person)).hasStatus(404);
        assertThat(get(address + "/" + step, person)).hasStatus(404);
        assertThat(papers(request)).isNotEmpty().allSatisfy(paper -> assertThat(get("/documents/" + paper.id(), person))
                .hasStatus(404));
    }

    List<Wait> listed(Person person) {
        var listed = waits.of(person, WaitFilter.none(), Optional.empty(), ALL).waits();
        assertThat(waits.count(person, WaitFilter.none())).isEqualTo(listed.size());
        return listed;
    }

    List<Document> papers(Request request) {
        return documents.of(Drafts.ownerOf(request.id().value()));
    }

    MvcTestResult get(String address, Person person) {
        return mvc.get()
                .uri(URI.create(address))
                .with(as(person))
                .header("Accept-Language", "zh-CN")
                .exchange();
    }

    String text(String address, Person person) {
        return Jsoup.parse(body(get(address, person))).select("main").text();
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
