package cn.qiaotong.worklist;

/** How many waits of one step lie with one organisation, are overdue there, and were finished there in the time asked about. */
public record Figure(String service, String element, String organisation, long open, long overdue, long finished) {

    /** The organisation that stands for the applicants, whose waits have none. */
    public static final String APPLICANT = Wait.APPLICANT;

    public long of(Measure measure) {
        return switch (measure) {
            case OPEN -> open;
            case OVERDUE -> overdue;
            case FINISHED -> finished;
        };
    }
}
