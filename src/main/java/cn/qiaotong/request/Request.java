package cn.qiaotong.request;

import cn.qiaotong.process.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One request as its record holds it, without a word of what the applicant wrote. The public id is random and stands in
 * URLs; the receipt is what people read to each other.
 */
public record Request(
        RequestId id,
        String publicId,
        String receipt,
        String service,
        String deployment,
        RequestState state,
        UUID applicant,
        UUID applicantHuman,
        String language,
        boolean withdrawable,
        int version,
        LocalDate policyDay,
        Instant submittedAt,
        Optional<Instant> closedAt,
        Optional<String> outcome) {

    public boolean mayBeWithdrawn() {
        return state.open() && withdrawable;
    }
}
