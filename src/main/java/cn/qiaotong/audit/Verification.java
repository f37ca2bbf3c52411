package cn.qiaotong.audit;

/** What checking a chain found: that it is whole, or the first row that is not as it was written. */
public sealed interface Verification {

    /** Every row is as written and the last one is the chain's head. */
    record Intact(String chain, long entries, String hash) implements Verification {}

    /** The first row at which the chain does not hold, and how. */
    record Broken(String chain, long seq, Damage damage) implements Verification {}

    /** How a chain can be damaged. */
    enum Damage {
        /** The row's content is not what its hash says. */
        EDITED,
        /** No row has this number, in the middle or at the end. */
        MISSING,
        /** The row does not follow the one before: moved, put in, or before it something else stood. */
        OUT_OF_PLACE,
        /** The row comes after the chain's head: added past the record, or the head was set back. */
        BEYOND_HEAD,
        /** The last row is not the one that the chain's head names. */
        NOT_THE_HEAD
    }
}
