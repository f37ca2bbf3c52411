package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.publicity.PublicNotice;
import cn.qiaotong.publicity.PublicNotices;
import cn.qiaotong.publicity.TooManyObjections;
import cn.qiaotong.request.Request;
import cn.qiaotong.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever objects without a name cannot bury a notice or the desk under objections, and loses no word by being refused. */
@WholeDesk
class ObjectionRushTests {

    private static final int OF_A_NOTICE_WITHIN_THE_HOUR = 20;
    private static final int WITHIN_THE_HOUR = 100;
    private static final int OF_A_NOTICE = 500;

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PublicNotices notices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    MutableClock clock;

    Acts acts;

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
        Budgets.with(beans).refill(Subsidy.SERVICE);
        forget();
    }

    /** The database is shared and every test begins on the same morning. */
    @AfterEach
    void forget() {
        jdbc.sql("delete from public_objection").update();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 异议没有收下, 请过一小时再提交",
        "zh-HK, 異議沒有收下, 請於一小時後再提交",
        "en, The objection was not received, send it again in an hour"
    })
    void aNoticeTakesSoManyWithinTheHourAndTheWordsStay(String language, String title, String text) {
        var request = published();
        var other = published();
        for (int n = 0; n < OF_A_NOTICE_WITHIN_THE_HOUR; n++) {
            assertThat(object(request, "理由" + n, language)).hasStatus(303);
        }

        var refused = object(request, "第二十一个理由", language);

        assertThat(refused).hasStatus(429);
        var page = page(refused);
        assertThat(page.select(".error-summary").text()).contains(title, text);
        assertThat(page.selectFirst("#reason").text()).isEqualTo("第二十一个理由");
        assertThat(page.selectFirst("#contact").attr("value")).isEqualTo("chan@example.test");
        assertThat(page.text()).doesNotContain("??");
        assertThat(count(request)).isEqualTo(OF_A_NOTICE_WITHIN_THE_HOUR);
        assertThat(object(other, "另一份公示", language)).hasStatus(303);

        clock.advance(Duration.ofHours(1));
        assertThat(object(request, "第二十一个理由", language)).hasStatus(303);
    }

    @Test
    void allNoticesTogetherTakeSoManyWithinTheHour() {
        var request = published();
        var other = published();
        made(other, WITHIN_THE_HOUR - 1, clock.instant().minus(Duration.ofMinutes(59)));

        assertThat(object(request, "第一百个", "zh-CN")).hasStatus(303);
        assertThat(object(request, "太多", "zh-CN")).hasStatus(429);
        assertThat(count(request)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(object(request, "太多", "zh-CN")).hasStatus(303);
    }

    @Test
    void aNoticeThatTookAllItCanSaysSoAndDoesNotSayThatTheTimeIsOver() {
        var request = published();
        made(request, OF_A_NOTICE, clock.instant().minus(Duration.ofHours(2)));

        var refused = object(request, "理由", "en");

        assertThat(refused).hasStatus(429);
        assertThat(page(refused).select(".error-summary").text())
                .contains("as many objections to this notice as can be taken");
        assertThat(page(refused).selectFirst("#reason").text()).isEqualTo("理由");
        assertThatThrownBy(() -> acts.object(request, "理由"))
                .isInstanceOf(TooManyObjections.class)
                .hasMessage("publicity.objection.full");
    }

    @Test
    void thoseWhoObjectAtTheSameMomentDoNotSlipPast() throws Exception {
        var request = published();
        made(request, OF_A_NOTICE_WITHIN_THE_HOUR - 1, clock.instant());
        var start = new CyclicBarrier(4);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var all = new ArrayList<Callable<Integer>>();
            for (int n = 0; n < 4; n++) {
                all.add(() -> {
                    start.await();
                    return object(request, "同时", "zh-CN").getResponse().getStatus();
                });
            }
            var answers = new ArrayList<Integer>();
            for (var one : threads.invokeAll(all)) {
                answers.add(one.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 429, 429, 429);
        } finally {
            threads.shutdownNow();
        }
        assertThat(count(request)).isEqualTo(OF_A_NOTICE_WITHIN_THE_HOUR);
    }

    private Request published() {
        return Subsidy.published(acts, acts.applicant("firm-" + UUID.randomUUID()), Map.of());
    }

    private PublicNotice notice(Request request) {
        return notices.of(request.id()).orElseThrow();
    }

    private void made(Request request, int times, Instant at) {
        for (int n = 0; n < times; n++) {
            var id = UUID.randomUUID();
            jdbc.sql("insert into public_objection (id, notice, made_at, sealed) values (?, ?, ?, ?)")
                    .params(List.of(
                            id,
                            notice(request).id(),
                            at.atOffset(ZoneOffset.UTC),
                            vault.seal("{}".getBytes(StandardCharsets.UTF_8), "objection|" + id)))
                    .update();
        }
    }

    private long count(Request request) {
        return jdbc.sql("select count(*) from public_objection where notice = ?")
                .param(notice(request).id())
                .query(Long.class)
                .single();
    }

    private MvcTestResult object(Request request, String reason, String language) {
        return mvc.post()
                .uri("/public-notices/%s/objections".formatted(notice(request).publicId()))
                .with(csrf())
                .header("Accept-Language", language)
                .param("reason", reason)
                .param("contact", "chan@example.test")
                .exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
