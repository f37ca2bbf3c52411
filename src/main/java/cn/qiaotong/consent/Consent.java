package cn.qiaotong.consent;

import cn.qiaotong.identity.Organisation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One consent: a purpose, the recipient it names, and the words in the language that the person read (PIPL arts. 14, 23,
 * 29). It is given for one purpose at a time and can be taken back. That of somebody else whom the request names says where
 * in the answers they stand, {@code household.0}, and rests on the paper that they signed.
 */
public record Consent(
        UUID id,
        String purpose,
        Optional<Organisation> recipient,
        Optional<String> subject,
        Optional<UUID> evidence,
        String wording,
        String language,
        Instant givenAt,
        Optional<Instant> withdrawnAt) {

    public static final String SENSITIVE = "sensitive";
    public static final String REFERRAL = "referral";

    /** The purpose of consents of people whom a request names beside the applicant. */
    public static final String THIRD_PERSON = "third-person";

    public boolean live() {
        return withdrawnAt.isEmpty();
    }
}
