package cn.qiaotong.request;

import cn.qiaotong.identity.Organisation;
import java.util.Optional;

/** A consent that a submission needs, in the words that the person reads before ticking it. */
public record ConsentAsked(String purpose, Optional<Organisation> recipient, String wording) {

    /** The name of its tick on the page: each recipient is agreed to apart. */
    public String key() {
        return recipient.map(organisation -> purpose + "." + organisation.key()).orElse(purpose);
    }
}
