package cn.qiaotong.request;

/** Where a request stands, in words that hold for every service. */
public enum RequestState {
    SUBMITTED,
    SUPPLEMENT,
    APPLICANT_STEP,
    DISTRICT_REVIEW,
    PARTNER_DECISION,
    CLOSED,
    NOT_COVERED,
    EXPIRED,
    WITHDRAWN;

    /** Whether anybody still has to act. */
    public boolean open() {
        return ordinal() < CLOSED.ordinal();
    }

    /** Whether it is the applicant who has to act. */
    public boolean isWithApplicant() {
        return this == SUPPLEMENT || this == APPLICANT_STEP;
    }

    /** The state while a person of this role is waited for. */
    static RequestState waitingFor(String role) {
        if (role.equals("applicant")) {
            return SUPPLEMENT;
        }
        return role.startsWith("bank-") ? PARTNER_DECISION : DISTRICT_REVIEW;
    }

    /** The state after this end event; the three ends that every service shares have states of their own. */
    static RequestState endedBy(String outcome) {
        return switch (outcome) {
            case "not-covered" -> NOT_COVERED;
            case "expired" -> EXPIRED;
            case "withdrawn" -> WITHDRAWN;
            default -> CLOSED;
        };
    }
}
