package cn.qiaotong.identifier;

import java.util.Optional;

/** What a number by itself says: it is as it should be, it is wrong, or it is only not as such numbers usually are. */
record Verdict(Optional<String> refusal, Optional<String> doubt) {

    static final Verdict RIGHT = new Verdict(Optional.empty(), Optional.empty());

    /** A number that issuers may well give tomorrow. */
    static final Verdict UNUSUAL = unusual("document");

    static Verdict wrong(String code) {
        return new Verdict(Optional.of(code), Optional.empty());
    }

    static Verdict unusual(String code) {
        return new Verdict(Optional.empty(), Optional.of(code));
    }
}
