package cn.qiaotong.request;

import cn.qiaotong.identity.Organisation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One consent: a purpose, the recipient it names, and the words in the language that the person read (PIPL arts. 14, 23,
 * 29). It is given for one purpose at a time and can be taken back.
 */
public record Consent(
        UUID id,
        String purpose,
        Optional<Organisation> recipient,
        String wording,
        String language,
        Instant givenAt,
        Optional<Instant> withdrawnAt) {

    public static final String SENSITIVE = "sensitive";
    public static final String REFERRAL = "referral";

    public boolean live() {
        return withdrawnAt.isEmpty();
    }
}
