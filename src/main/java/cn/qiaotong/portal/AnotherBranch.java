package cn.qiaotong.portal;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.RequestState;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sending the same answers and papers to another branch after one has declined, or is late: a draft with everything but the
 * branch, whose consent is asked for afresh. A request that is late at its branch is withdrawn with it.
 */
@Component
class AnotherBranch {

    private static final String DECLINED = "bank-declined";

    private final Requests requests;
    private final Waits waits;
    private final Wizard wizard;
    private final Following following;
    private final Clock clock;

    AnotherBranch(Requests requests, Waits waits, Wizard wizard, Following following, Clock clock) {
        this.requests = requests;
        this.waits = waits;
        this.wizard = wizard;
        this.following = following;
        this.clock = clock;
    }

    /** Whether the applicant may send this request to another branch now. */
    boolean isOffered(Request request) {
        return following.version(request).referralField().isPresent()
                && (request.outcome().filter(DECLINED::equals).isPresent() || isLate(request));
    }

    boolean isLate(Request request) {
        return request.state() == RequestState.PARTNER_DECISION
                && request.mayBeWithdrawn()
                && waits.of(request).stream().anyMatch(wait -> isLate(wait, clock.instant()));
    }

    private static boolean isLate(Wait wait, Instant now) {
        return wait.isOpen()
                && wait.organisation().filter(owner -> !owner.isDistrict()).isPresent()
                && wait.due().filter(due -> due.isBefore(now)).isPresent();
    }

    /** Begins the draft and says its public id. */
    @Transactional
    String begin(String publicId, Person person) {
        var request = requests.own(publicId, person);
        if (!isOffered(request)) {
            throw new Conflict("request.another.not-now");
        }
        var draft =
                wizard.again(request, following.version(request).referralField().orElseThrow(), person);
        if (request.state().open()) {
            requests.withdraw(publicId, person);
        }
        return draft;
    }
}
