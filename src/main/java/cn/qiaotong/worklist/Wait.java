package cn.qiaotong.worklist;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One wait of one request: which step, for whom, held by whom and until when. It is what a worklist line, a step of the
 * timeline and a number of a dashboard are made of.
 */
public record Wait(
        UUID id,
        RequestId request,
        String publicId,
        String receipt,
        String service,
        String element,
        String role,
        Optional<Organisation> organisation,
        Instant openedAt,
        Optional<Instant> due,
        Optional<UUID> holder,
        Optional<Instant> heldAt,
        Optional<Instant> closedAt,
        boolean completed,
        Optional<UUID> closedBy) {

    static final String APPLICANT = "applicant";

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    public boolean isForApplicant() {
        return role.equals(APPLICANT);
    }

    public boolean isHeldBy(UUID account) {
        return holder.filter(account::equals).isPresent();
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && due.filter(end -> !now.isBefore(end)).isPresent();
    }
}
