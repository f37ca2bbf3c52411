package cn.qiaotong.policy;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The two persons who answer for a row: one has entered what another has approved. A row that names nobody is the
 * release's own, which some kinds may not be.
 */
record FourEyes(String enteredBy, String approvedBy) {

    static final String ENTERED = "entered_by";
    static final String APPROVED = "approved_by";

    private static final FourEyes RELEASE = new FourEyes(RowReader.RELEASE, RowReader.RELEASE);
    private static final int LONGEST = 100;

    static FourEyes of(Fields row, Kind kind) throws PolicyInvalid {
        var entered = row.text(ENTERED);
        var approved = row.text(APPROVED);
        if (entered.isEmpty() && approved.isEmpty() && !kind.needsEndAndApproval()) {
            return RELEASE;
        }
        if (entered.isEmpty() || approved.isEmpty()) {
            throw row.invalid("write 'entered_by' and 'approved_by', the two persons who answer for it.");
        }
        return new FourEyes(entered.get(), approved.get()).checked(row);
    }

    private FourEyes checked(Fields row) throws PolicyInvalid {
        if (enteredBy.length() > LONGEST || approvedBy.length() > LONGEST) {
            throw row.invalid("'entered_by' and 'approved_by' have at most %d characters.".formatted(LONGEST));
        }
        if (plain(enteredBy).equals(plain(approvedBy))) {
            throw row.invalid(
                    "'entered_by' and 'approved_by' are both %s; let another person approve it.".formatted(enteredBy));
        }
        if (plain(enteredBy).equals(RowReader.RELEASE) || plain(approvedBy).equals(RowReader.RELEASE)) {
            throw row.invalid("'%s' is no person; name the two who answer for it.".formatted(RowReader.RELEASE));
        }
        return this;
    }

    /** A name as written without regard to case, width and spaces, which make nobody another person. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
