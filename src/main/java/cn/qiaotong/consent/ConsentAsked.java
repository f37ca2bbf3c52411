package cn.qiaotong.consent;

import cn.qiaotong.identity.Organisation;
import java.util.Optional;

/**
 * A consent that a submission needs, in the words that the person reads before ticking it. For people of a list of the
 * application the applicant ticks that each has signed, once for the list.
 */
public record ConsentAsked(String purpose, Optional<Organisation> recipient, Optional<String> list, String wording) {

    /** The name of its tick on the page: each recipient is agreed to apart. */
    public String key() {
        return recipient
                .map(Organisation::key)
                .or(() -> list)
                .map(about -> purpose + "." + about)
                .orElse(purpose);
    }
}
