package cn.qiaotong.objection;

import cn.qiaotong.calendar.CalendarMissing;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.request.FrozenPolicies;
import cn.qiaotong.request.Request;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Until when an objection is taken, and until when it is promised to be answered, by the policy of the request. */
@Component
class ObjectionTerms {

    private static final String MAINLAND = "CN";

    private final FrozenPolicies policies;
    private final WorkingCalendars calendars;

    ObjectionTerms(FrozenPolicies policies, WorkingCalendars calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    /** The first instant that is too late; nothing while a calendar is missing. */
    Optional<Instant> taken(Request request) {
        return request.closedAt().flatMap(closed -> after(request, "objection-within", closed));
    }

    Optional<Instant> answered(Request request, RequestObjection objection) {
        return after(
                request,
                objection.answering().isDistrict() ? "objection-answer" : "bank-objection-answer",
                objection.madeAt());
    }

    private Optional<Instant> after(Request request, String key, Instant from) {
        try {
            var days = calendars.of(MAINLAND);
            var calendar =
                    policies.closingTime(request.id()).map(days::closingAt).orElse(days);
            return Optional.of(policies.due(request.id(), key).after(from, calendar));
        } catch (CalendarMissing missing) {
            return Optional.empty();
        }
    }
}
