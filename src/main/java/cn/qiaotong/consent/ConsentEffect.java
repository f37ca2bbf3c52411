package cn.qiaotong.consent;

import java.util.Locale;

/** What follows when a consent is taken back, which the person is told before they do it (PIPL arts. 15 and 16). */
public enum ConsentEffect {
    /** The request cannot go on without it and is withdrawn. */
    ENDS_THE_REQUEST,
    /** The branch that it names reads nothing more and is not asked; the others go on. */
    BRANCH_LEAVES,
    /** The request is over: the recipient reads it no more here. */
    READ_NO_MORE,
    /** The outcome is recorded already: nothing further is done with it, and what was done stays. */
    NO_FURTHER_USE;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean branchLeaves() {
        return this == BRANCH_LEAVES || this == READ_NO_MORE;
    }
}
