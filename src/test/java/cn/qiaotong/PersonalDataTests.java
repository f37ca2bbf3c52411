package cn.qiaotong;

import static cn.qiaotong.Southbound.BRANCH;
import static cn.qiaotong.Southbound.DISTRICT;
import static cn.qiaotong.Southbound.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.document.Documents;
import cn.qiaotong.document.Stored;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Pii;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.identity.SignIn;
import cn.qiaotong.notification.Post;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.RequestState;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.LinkedMultiValueMap;

/**
 * What people write stays where it is sealed. Requests with a mark in every field go their whole way; then every column of
 * every table, every line of the log and every mail is searched for every mark.
 */
@WholeDesk
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:personal-data;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000",
            "logging.level.cn.qiaotong=DEBUG",
            "spring.mail.host=127.0.0.1"
        })
@ContextConfiguration(initializers = {Traces.Log.class, Traces.Mail.class})
class PersonalDataTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    PublicServices services;

    @Autowired
    People people;

    @Autowired
    Drafts drafts;

    @Autowired
    Documents documents;

    @Autowired
    CaseFiles files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Traces traces;

    final Set<String> marks = new TreeSet<>();
    final Set<String> marked = new TreeSet<>();
    Acts acts;

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
    }

    @Test
    void nothingThatAPersonWroteCanBeReadWhereItIsNotSealed() {
        goWithMarks(1, Map.of("category", "mainland_resident", "id_card_number", "440704198311277392"), "net_assets");
        goWithMarks(2, Map.of("category", "hk_mo_resident", "mtp_number", "H73918264"), "total_assets");
        goWithMarks(3, Map.of("category", "overseas_chinese", "passport_number", "KQZ7391QX826"), "average_income");
        Post.dispatch(beans);

        assertThat(marked).containsAll(fieldsToMark());
        assertThat(traces.mails()).isNotEmpty();
        assertThat(traces.logLines()).isNotEmpty();
        for (var mark : marks) {
            assertThat(traces.inTables(mark)).as("tables with " + mark).isEmpty();
            assertThat(traces.logLines()).as("log").noneMatch(line -> line.contains(mark));
            if (!mark.contains("@")) {
                assertThat(traces.mails()).as("mails").noneMatch(mail -> mail.contains(mark));
            }
        }
    }

    @Test
    void theSearchFindsWhatIsPlanted() {
        jdbc.sql("create table planted (words text, bytes bytea)").update();
        try {
            jdbc.sql("insert into planted (words, bytes) values (:words, :bytes)")
                    .param("words", "before 欧阳𨋢PLANTED after")
                    .param("bytes", "….欧阳𨋢BYTES".getBytes(StandardCharsets.UTF_8))
                    .update();

            assertThat(traces.inTables("欧阳𨋢PLANTED")).containsExactly("planted.words");
            assertThat(traces.inTables("欧阳𨋢BYTES")).containsExactly("planted.bytes");
        } finally {
            jdbc.sql("drop table planted").update();
        }
        org.slf4j.LoggerFactory.getLogger("cn.qiaotong.planted").debug("of {}", "PLANTEDLINE");
        assertThat(traces.logLines()).anyMatch(line -> line.contains("PLANTEDLINE"));
    }

    private void goWithMarks(int run, Map<String, String> identity, String basis) {
        var applicant = people.signedIn(new SignIn(
                UUID.randomUUID().toString(),
                mark("欧阳𨋢QNAME" + run),
                Optional.of(mark("qmail%d@example.test".formatted(run))),
                Set.of(Role.APPLICANT),
                Optional.empty(),
                Optional.of(List.of(Locale.SIMPLIFIED_CHINESE, Locale.forLanguageTag("zh-HK"), Locale.ENGLISH)
                        .get(run - 1))));
        var answers = new HashMap<>(Southbound.answers());
        answers.keySet().removeIf(key -> key.equals("id_card_number") || key.equals("net_assets"));
        answers.putAll(identity);
        identity.keySet().stream()
                .filter(key -> key.endsWith("_number"))
                .forEach(key -> put(answers, key, identity.get(key)));
        answers.put("wealth_basis", basis.equals("average_income") ? "income" : basis);
        put(answers, basis, "7391826%d.73".formatted(run));
        put(answers, "full_name", "𨋢𫖯QFULL" + run);
        put(answers, "phone", "1397391826" + run);
        var draft = acts.draft(SERVICE, applicant, answers);
        drafts.save(draft, applicant, papers(drafts.get(draft, applicant).id(), applicant, run));
        var request = acts.submit(draft, applicant);
        files.asStaff(request.publicId(), acts.staff(Role.DISTRICT_REVIEWER, DISTRICT));

        acts.decide(
                request,
                "intake",
                Map.of("intake_decision", "supplement", "intake_note", mark("䶮QINTAKE" + run)),
                Map.of("phone", mark("号码QREASON" + run)));
        Post.dispatch(beans);
        acts.supplement(request, applicant, Map.of("phone", mark("1387391826" + run)));
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(
                request,
                "confirm",
                Map.of("confirm_decision", "return", "confirm_return_reason", mark("退回QRETURN" + run)),
                Map.of());
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(
                request,
                "confirm",
                Map.of("confirm_decision", "confirm", "confirm_note", mark("审核QCONFIRM" + run)),
                Map.of());
        files.asStaff(request.publicId(), acts.staff(Role.BANK_REVIEWER, BRANCH));
        acts.decide(
                request,
                "bank-review",
                Map.of("bank_outcome", "quota_full", "bank_note", mark("银行QBANK" + run)),
                Map.of());
        acts.decide(
                request,
                "bank-confirm",
                Map.of("bank_confirm_decision", "confirm", "bank_confirm_note", mark("复核QSECOND" + run)),
                Map.of());
        assertThat(acts.now(request).state()).isEqualTo(RequestState.CLOSED);
    }

    private Typed papers(UUID draft, Person applicant, int run) {
        var posted = new LinkedMultiValueMap<String, String>();
        services.find(SERVICE).orElseThrow().current().apply().fields().stream()
                .filter(field -> field.type() == FieldType.FILEPICKER)
                .forEach(field -> {
                    var name = mark("证件𨋢Q%s%d".formatted(field.key().toUpperCase(Locale.ROOT), run));
                    var content = "%s%%%s"
                            .formatted(
                                    new String(Acts.PAPER, StandardCharsets.US_ASCII),
                                    mark("QCONTENT" + field.key() + run));
                    var stored = documents.store(
                            Drafts.ownerOf(draft),
                            name + ".pdf",
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                            applicant);
                    posted.add(field.key(), ((Stored) stored).document().id().toString());
                    marked.add(field.key());
                });
        return Typed.of(posted);
    }

    private void put(Map<String, String> answers, String key, String value) {
        answers.put(key, mark(value));
        marked.add(key);
    }

    private String mark(String text) {
        marks.add(text);
        return text;
    }

    /** Every field of the form in which a person writes or hands over something of their own. */
    private Set<String> fieldsToMark() {
        return services.find(SERVICE).orElseThrow().current().apply().fields().stream()
                .filter(field -> field.pii() != Pii.NONE
                        || Set.of(FieldType.FILEPICKER, FieldType.TEXTFIELD, FieldType.TEXTAREA)
                                .contains(field.type()))
                .map(field -> field.key())
                .collect(Collectors.toSet());
    }
}
