package cn.qiaotong;

import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.process.EngineJobs;
import cn.qiaotong.publicity.PublicNotice;
import cn.qiaotong.publicity.PublicNotices;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Dates;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;

/**
 * What whoever plays people in a browser has to ask the running application itself: who of the demo people may take a step,
 * whether a request has come to rest, and its timers, which are fired by hand because nobody waits days for them.
 */
final class Backstage {

    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BeanFactory beans;
    private final Waits waits;
    private final People people;

    Backstage(BeanFactory beans) {
        this.beans = beans;
        waits = beans.getBean(Waits.class);
        people = beans.getBean(People.class);
    }

    LocalDate today() {
        return LocalDate.ofInstant(beans.getBean(Clock.class).instant(), DESK);
    }

    String text(String service, String key, Locale locale) {
        return beans.getBean(PublicServices.class)
                .find(service)
                .orElseThrow()
                .words(locale)
                .text(key);
    }

    String date(LocalDate day, Locale locale) {
        return beans.getBean(Dates.class).date(day, locale);
    }

    /** The applicant's request, with nothing left to run. */
    Request atRest(String publicId, DemoPerson applicant) {
        var request = beans.getBean(Requests.class).own(publicId, people.signedIn(applicant.signIn()));
        var jobs = EngineJobs.of(beans);
        return awaited("the request is at rest", () -> Optional.of(request).filter(each -> jobs.isAtRest(each.id())));
    }

    Map<String, String> checks(String publicId, DemoPerson applicant) {
        return beans.getBean(CaseFiles.class).own(publicId, people.signedIn(applicant.signIn())).checks().stream()
                .collect(Collectors.toMap(
                        check -> check.condition(), check -> check.met().name().toLowerCase(Locale.ROOT)));
    }

    /** The open wait of a step, of one branch where several are asked. */
    Wait wait(Request request, String element, Optional<String> branch) {
        return awaited(element + " is open", () -> waits.of(request).stream()
                .filter(wait -> wait.isOpen() && wait.element().equals(element))
                .filter(wait -> branch.isEmpty() || wait.organisation().equals(branch.map(Organisation::new)))
                .findFirst());
    }

    /** The open wait for the applicant: an answer to a notice, or a step of their own. */
    Wait waitForTheApplicant(Request request) {
        return awaited("the applicant is waited for", () -> waits.of(request).stream()
                .filter(wait -> wait.isOpen() && wait.isForApplicant())
                .findFirst());
    }

    /** Who has the step already or, if nobody has, the first of the demo people who may take it. */
    DemoPerson taking(Wait wait) {
        return Surroundings.people().stream()
                .filter(person -> person.roles().contains(wait.role()))
                .filter(person -> person.organisation().map(Organisation::new).equals(wait.organisation()))
                .filter(person -> mayTake(person, wait))
                .findFirst()
                .orElseThrow(() -> new AssertionError("None of the demo people may take " + wait.element()));
    }

    private boolean mayTake(DemoPerson candidate, Wait wait) {
        var person = people.signedIn(candidate.signIn());
        return waits.find(wait.publicId(), wait.element(), person)
                .filter(open -> open.holder().isEmpty() || open.isHeldBy(person.account()))
                .isPresent();
    }

    /** The notice that the public sees of a request, while it runs. */
    Optional<PublicNotice> notice(Request request) {
        return beans.getBean(PublicNotices.class).of(request.id()).filter(notice -> notice.concludedAt()
                .isEmpty());
    }

    /** Fires the timers that would have fired after this time, {@code 6 working days}. */
    void after(Request request, String term) {
        var words = term.split(" ", 2);
        var days = Integer.parseInt(words[0]);
        var day = words[1].startsWith("working")
                ? beans.getBean(WorkingCalendars.class).of("CN").plus(today(), days)
                : today().plusDays(days);
        EngineJobs.of(beans)
                .runDueBy(request.id(), day.plusDays(1).atStartOfDay(DESK).toInstant());
    }

    void withBudget(String service, String left, Runnable act) {
        Budgets.with(beans).during(service, new BigDecimal(left), act);
    }

    private static <T> T awaited(String what, Supplier<Optional<T>> found) {
        return new org.openqa.selenium.support.ui.FluentWait<>(found)
                .withTimeout(PATIENCE)
                .pollingEvery(PAUSE)
                .withMessage(what)
                .until(each -> each.get().orElse(null));
    }
}
