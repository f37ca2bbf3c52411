package cn.qiaotong.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.Financing;
import cn.qiaotong.MutableClock;
import cn.qiaotong.Southbound;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mails as they arrive at a real server: in the reader's language, naming nobody, and once, whenever the server is there. */
@WholeDesk
class MailTests {

    private static final ServerSetup SETUP = freePort();

    @Autowired
    BeanFactory beans;

    @Autowired
    People people;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    GreenMail server = new GreenMail(SETUP);
    Acts acts;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.datasource.url",
                () ->
                        "jdbc:h2:mem:mails;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000");
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SETUP::getPort);
        properties.add("qiaotong.url", () -> "https://desk.example.test");
    }

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-Hans, 已收到您的申请, '陈**，您好：', 我们不会向您索要密码或验证码。, 請登入收件箱以繁體中文查閱, Please sign in to read it in English",
        "zh-HK, zh-Hant, 已收到閣下的申請, 陈** 閣下：, 我們不會要求閣下提供密碼或驗證碼。, 请登录收件箱以简体中文查看, Please sign in to read it in English",
        "en, en, We have received your request, 'Dear 陈**,', We never ask you for a password or a code., 请登录收件箱以简体中文查看, 請登入收件箱以繁體中文查閱"
    })
    void speaksTheReadersLanguageAndNamesNobody(
            String speaks, String language, String title, String greeting, String never, String other, String another)
            throws Exception {
        var request = apply(applicant("陈大文" + UUID.randomUUID(), Locale.forLanguageTag(speaks)));

        dispatcher.dispatch();

        var mail = only(request);
        assertThat(mail.getSubject()).isEqualTo(request.receipt() + " " + title);
        assertThat(mail.getContentLanguage()).containsExactly(language);
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        for (int part = 0; part < 2; part++) {
            assertThat(parts.getBodyPart(part).getContent().toString())
                    .contains(greeting, request.receipt(), never, other, another)
                    .contains("https://desk.example.test/inbox?lang=" + language)
                    .doesNotContain("陈大文", "大文", "13800138000", Southbound.ID_CARD, "1500000", request.publicId(), "??")
                    .doesNotContain("工商银行", "跨境理财通", "<img", "<script");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-Hans, 请您办理下一步, 等待您办理下一步, 办理期限将至, 期限已过去50%, 期限已过去80%, 截止2026年3月16日（北京时间当日结束）",
        "zh-HK, zh-Hant, 請辦理下一步, 正等候閣下辦理下一步, 辦理限期將至, 限期已過50%, 限期已過80%, 截止日期為2026年3月16日（北京時間當日完結）",
        "en, en, Your next step, is waiting for your next step, Your time for the next step is running out, 50% of the time, 80% of the time, by the end of 16 March 2026 (Beijing time)"
    })
    void asksForTheApplicantsOwnStepAndRemindsOfIt(
            String speaks,
            String language,
            String asked,
            String what,
            String reminded,
            String half,
            String most,
            String until)
            throws Exception {
        var applicant = applicant("陈大文" + UUID.randomUUID(), Locale.forLanguageTag(speaks));
        var request = Financing.answered(acts, applicant, Financing.ICBC, Financing.BOC);
        dispatcher.dispatch();
        assertThat(told(request, asked)).hasSize(1);
        assertThat(told(request, reminded)).isEmpty();

        for (int days = 0; days < 14; days++) {
            clock.advance(Duration.ofDays(1));
            acts.sweep();
            dispatcher.dispatch();
            dispatcher.dispatch();
        }

        saysNothingOfTheRequest(told(request, asked), applicant, language, List.of(what), until);
        saysNothingOfTheRequest(told(request, reminded), applicant, language, List.of(half, most), until);
    }

    /** Each mail says one of these things and when, and neither who asked for what nor which branch answered. */
    private void saysNothingOfTheRequest(
            List<MimeMessage> mails, Person to, String language, List<String> says, String until) throws Exception {
        assertThat(mails).hasSameSizeAs(says);
        for (int n = 0; n < says.size(); n++) {
            var mail = mails.get(n);
            assertThat(mail.getContentLanguage()).containsExactly(language);
            assertThat(mail.getAllRecipients())
                    .extracting(String::valueOf)
                    .containsExactly(to.email().orElseThrow());
            var parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            for (int part = 0; part < 2; part++) {
                assertThat(parts.getBodyPart(part).getContent().toString())
                        .contains(says.get(n), until, "https://desk.example.test/inbox?lang=" + language)
                        .doesNotContain("陈大文", "大文", "江门示例光电有限公司", "91440704MA", "13800138000", "5000000", "5,000,000")
                        .doesNotContain(
                                "工商银行", "中国银行", "ICBC", "Bank of China", "跨境融资", "Cross-border", "/requests/", "??");
            }
        }
    }

    @Test
    void nothingIsLostOrSentTwiceWhileTheServerIsDown() throws Exception {
        server.stop();
        var requests = List.of(
                apply(applicant("甲" + UUID.randomUUID(), Locale.ENGLISH)),
                apply(applicant("乙" + UUID.randomUUID(), Locale.ENGLISH)),
                apply(applicant("丙" + UUID.randomUUID(), Locale.ENGLISH)));
        for (int round = 0; round < 20; round++) {
            dispatcher.dispatch();
            clock.advance(Duration.ofMinutes(30));
        }
        assertThat(jdbc.sql("select count(*) from notification where request in (:requests)")
                        .param(
                                "requests",
                                requests.stream()
                                        .map(request -> request.id().value())
                                        .toList())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);

        server.start();
        dispatcher.dispatch();
        dispatcher.dispatch();

        for (var request : requests) {
            assertThat(only(request).getMessageID())
                    .isEqualTo("<mail.request-submitted.%s.1.%s@desk.example.test>"
                            .formatted(request.id().value(), request.applicant()));
        }
    }

    @Test
    void neitherNameNorAddressCanPutInAHeader() throws Exception {
        var nasty = acts.person(
                "\r\nBcc: all@example.test\r\n" + UUID.randomUUID(),
                java.util.Optional.empty(),
                cn.qiaotong.identity.Role.APPLICANT);
        var poisoned = apply(nasty);
        var healthy = apply(applicant("丁" + UUID.randomUUID(), Locale.ENGLISH));
        for (int round = 0; round < 12; round++) {
            dispatcher.dispatch();
            clock.advance(Duration.ofHours(2));
        }

        assertThat(of(poisoned)).isEmpty();
        assertThat(only(healthy).getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages())
                .allSatisfy(mail -> assertThat(mail.getAllRecipients()).hasSize(1));
        assertThat(jdbc.sql("select count(dead_at) from delivery where reader = 'mail' and request = :request")
                        .param("request", poisoned.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(Letters.masked("\r\nBcc: x")).isEqualTo("B**");
        assertThat(Letters.masked("𨋢大文")).isEqualTo("𨋢**");
        assertThat(Letters.masked("<b>")).isEqualTo("***");
    }

    private Person applicant(String name, Locale language) {
        var person = acts.applicant(name);
        people.speaks(person.account(), language);
        return people.byAccount(person.account());
    }

    private Request apply(Person person) {
        return acts.apply(Southbound.SERVICE, person, Southbound.answers());
    }

    private MimeMessage only(Request request) throws Exception {
        assertThat(of(request)).hasSize(1);
        return of(request).get(0);
    }

    private List<MimeMessage> of(Request request) throws Exception {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> subject(mail).startsWith(request.receipt()))
                .toList();
    }

    private List<MimeMessage> told(Request request, String title) throws Exception {
        return of(request).stream()
                .filter(mail -> subject(mail).equals(request.receipt() + " " + title))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerSetup freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return new ServerSetup(socket.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
