package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.consent.ConsentAsked;
import cn.qiaotong.document.Documents;
import cn.qiaotong.document.Stored;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.identity.SignIn;
import cn.qiaotong.process.EngineClock;
import cn.qiaotong.process.EngineJobs;
import cn.qiaotong.publicity.Objections;
import cn.qiaotong.publicity.PublicNotices;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Ground;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.request.Submission;
import cn.qiaotong.request.Submissions;
import cn.qiaotong.request.Supplements;
import cn.qiaotong.worklist.Completion;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.OwnSteps;
import cn.qiaotong.worklist.Sweeper;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.LinkedMultiValueMap;

/**
 * What people do at the desk, through the application's own paths: the examples of the service folders, the hostile tests
 * and the demo all act through here. Every act is followed by the jobs it leaves.
 */
public final class Acts {

    static final byte[] PAPER = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    private static final Set<FieldType> SEVERAL = Set.of(FieldType.CHECKLIST, FieldType.TAGLIST);
    private static final Optional<FieldType> FILE = Optional.of(FieldType.FILEPICKER);

    private final People people;
    private final PublicServices services;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Requests requests;
    private final CaseFiles files;
    private final Supplements supplements;
    private final Documents documents;
    private final Waits waits;
    private final Desk desk;
    private final OwnSteps steps;
    private final PublicNotices notices;
    private final Budgets budgets;
    private final Objections objections;
    private final Sweeper sweeper;
    private final EngineClock engineClock;
    private final EngineJobs jobs;
    private final Cast cast;

    private Acts(BeanFactory beans, Cast cast) {
        this.cast = cast;
        people = beans.getBean(People.class);
        services = beans.getBean(PublicServices.class);
        drafts = beans.getBean(Drafts.class);
        submissions = beans.getBean(Submissions.class);
        requests = beans.getBean(Requests.class);
        files = beans.getBean(CaseFiles.class);
        supplements = beans.getBean(Supplements.class);
        documents = beans.getBean(Documents.class);
        waits = beans.getBean(Waits.class);
        desk = beans.getBean(Desk.class);
        steps = beans.getBean(OwnSteps.class);
        notices = beans.getBean(PublicNotices.class);
        budgets = Budgets.with(beans);
        objections = beans.getBean(Objections.class);
        sweeper = beans.getBean(Sweeper.class);
        engineClock = beans.getBean(EngineClock.class);
        jobs = EngineJobs.of(beans);
    }

    /** Acts of staff whom nobody has named: one person for each role of each organisation, who is made when needed. */
    public static Acts with(BeanFactory beans) {
        return new Acts(beans, new Cast() {});
    }

    public static Acts with(BeanFactory beans, Cast cast) {
        return new Acts(beans, cast);
    }

    /** Who acts where an act does not say it: who takes an open step, and in which language an applicant reads. */
    public interface Cast {

        default Person taking(Wait open, Acts acts) {
            var role = Role.of(open.role()).orElseThrow();
            var organisation = open.organisation().orElseThrow();
            var usual = acts.staff(role, organisation);
            return acts.mayTake(open, usual)
                    ? usual
                    : acts.person(
                            "another-%s-of-%s".formatted(role.key(), organisation.key()),
                            Optional.of(organisation),
                            role);
        }

        default Locale reads(Person applicant) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    /** Somebody who signs in with these roles; the same name is the same account. */
    public Person person(String name, Optional<Organisation> organisation, Role... roles) {
        return people.signedIn(new SignIn(
                "subject-" + name,
                name,
                Optional.of(name + "@example.test"),
                Set.of(roles),
                organisation,
                Optional.of(Locale.SIMPLIFIED_CHINESE)));
    }

    public Person applicant(String name) {
        return person(name, Optional.empty(), Role.APPLICANT);
    }

    /** One person of this role in this organisation, the same each time. */
    public Person staff(Role role, Organisation organisation) {
        return person(role.key() + "-of-" + organisation.key(), Optional.of(organisation), role);
    }

    /** A draft with these answers; a file field named with any text gets a small PDF. */
    public String draft(String service, Person applicant, Map<String, ?> answers) {
        var offered = services.find(service).orElseThrow();
        var draft = drafts.open(offered, applicant);
        drafts.save(draft.publicId(), applicant, typed(offered.current().apply(), answers, draft.id(), applicant));
        return draft.publicId();
    }

    /** Submits with every consent that is asked for. */
    public Request submit(String publicId, Person applicant) {
        var draft = drafts.get(publicId, applicant);
        var reads = cast.reads(applicant);
        var ticked =
                submissions.consentsFor(services.find(draft.service()).orElseThrow(), draft.typed(), reads).stream()
                        .map(ConsentAsked::key)
                        .collect(Collectors.toSet());
        var outcome = submissions.submit(publicId, applicant, ticked, reads);
        assertThat(outcome).isInstanceOf(Submission.Accepted.class);
        var request = ((Submission.Accepted) outcome).request();
        settle(request);
        return request;
    }

    public Request apply(String service, Person applicant, Map<String, ?> answers) {
        return submit(draft(service, applicant, answers), applicant);
    }

    /** The staff member whom the model and the request name takes the open step and decides it. */
    public void decide(Request request, String element, Map<String, ?> answers, Map<String, String> ask) {
        var open = openWait(request, element);
        if (open.isForApplicant()) {
            send(request, element, people.byAccount(request.applicant()), answers);
            return;
        }
        decide(request, element, cast.taking(open, this), answers, ask);
    }

    public void decide(Request request, String element, Person by, Map<String, ?> answers, Map<String, String> ask) {
        waits.claim(request.publicId(), element, by);
        var form = desk.form(request, element);
        var done = desk.decide(
                request.publicId(),
                element,
                by,
                typed(form, answers, request.id().value(), by),
                ask,
                Optional.of(Ground.INSUFFICIENT));
        assertThat(done).isEqualTo(new Completion.Done());
        settle(request);
    }

    /** The staff of one of several branches that are asked at once take and decide the step. */
    public void decide(Request request, String element, Organisation branch, Map<String, ?> answers) {
        var open = waits.of(request).stream()
                .filter(wait -> wait.isOpen()
                        && wait.element().equals(element)
                        && wait.organisation().equals(Optional.of(branch)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s of %s is not open".formatted(element, branch.key())));
        decide(request, element, cast.taking(open, this), answers, Map.of());
    }

    /** The applicant sends what a step of their own asks for. */
    public void send(Request request, String element, Person applicant, Map<String, ?> answers) {
        var form = desk.form(requests.own(request.publicId(), applicant), element);
        var done = steps.send(
                request.publicId(),
                element,
                applicant,
                typed(form, answers, request.id().value(), applicant));
        assertThat(done).isEqualTo(new Completion.Done());
        settle(request);
    }

    /** The applicant sends the supplement's page, which begins with what they answered before. */
    public void supplement(Request request, Person applicant, Map<String, ?> answers) {
        var now = files.own(request.publicId(), applicant);
        var form =
                supplements.form(now.request(), supplements.open(now.request()).orElseThrow());
        var typed =
                form.typed(now.answers()).with(typed(form, answers, request.id().value(), applicant));
        var done = desk.answer(request.publicId(), applicant, typed);
        assertThat(done).isEqualTo(new Completion.Done());
        settle(request);
    }

    public void withdraw(Request request, Person applicant) {
        requests.withdraw(request.publicId(), applicant);
        settle(request);
    }

    /** Somebody takes every step that staff are waited for, and does not decide it yet. */
    public void take(Request request) {
        waits.of(request).stream()
                .filter(wait ->
                        wait.isOpen() && !wait.isForApplicant() && wait.holder().isEmpty())
                .forEach(wait -> waits.claim(wait.publicId(), wait.element(), cast.taking(wait, this)));
    }

    /** Lets this be done while the service's budget has so much left. */
    public void withBudget(String service, BigDecimal left, Runnable act) {
        budgets.during(service, left, act);
    }

    /** Somebody of the public objects to the notice of the request. */
    public void object(Request request, String reason) {
        var notice = notices.of(request.id()).orElseThrow();
        objections.make(notice.publicId(), reason, "");
    }

    /** Runs the jobs that wait, the timers that are due and the sweeper. */
    public void settle(Request request) {
        engineClock.follow();
        jobs.runAll(request.id());
    }

    /** Lets the timers fire whose time has come. */
    public void fireDueTimers(Request request) {
        engineClock.follow();
        jobs.runDue(request.id());
    }

    public void sweep() {
        sweeper.sweep();
    }

    public Wait openWait(Request request) {
        var open = waits.of(request).stream().filter(Wait::isOpen).toList();
        assertThat(open).as("open steps").hasSize(1);
        return open.get(0);
    }

    /** Of several open steps the one with this id. */
    public Wait openWait(Request request, String element) {
        var open = waits.of(request).stream().filter(Wait::isOpen).toList();
        assertThat(open).as("the open steps").extracting(Wait::element).contains(element);
        return open.stream()
                .filter(wait -> wait.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private boolean mayTake(Wait open, Person person) {
        return waits.find(open.publicId(), open.element(), person).isPresent();
    }

    public Request now(Request request) {
        return requests.byId(request.id());
    }

    private Typed typed(Form form, Map<String, ?> answers, UUID owner, Person by) {
        return typed(form, answers, field -> paper(field, owner, by));
    }

    /** The answers as they come from a form's controls; what a file field is told becomes what stands for a file there. */
    public static Typed typed(Form form, Map<String, ?> answers, UnaryOperator<String> file) {
        var posted = new LinkedMultiValueMap<String, String>();
        answers.forEach((key, value) -> {
            var type = form.field(key).map(field -> field.type());
            if (type.filter(SEVERAL::contains).isPresent()) {
                posted.addAll(key, List.of(String.valueOf(value).split(", ")));
            } else if (type.equals(FILE)) {
                List.of(String.valueOf(value).split(", ")).forEach(each -> posted.add(key, file.apply(key)));
            } else {
                posted.add(key, String.valueOf(value));
            }
        });
        return Typed.of(posted);
    }

    private String paper(String field, UUID owner, Person by) {
        var content = new String(PAPER, StandardCharsets.US_ASCII) + "%" + field + UUID.randomUUID();
        var stored = documents.store(
                Drafts.ownerOf(owner),
                field + ".pdf",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)),
                by);
        return ((Stored) stored).document().id().toString();
    }
}
