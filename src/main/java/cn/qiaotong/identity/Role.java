package cn.qiaotong.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do here, named as the realm role of Keycloak and as the candidate group of a model. */
public enum Role {
    APPLICANT,
    DISTRICT_REVIEWER,
    DISTRICT_APPROVER,
    BANK_REVIEWER,
    BANK_APPROVER,
    DEPARTMENT_REVIEWER,
    PAYER,
    SUPERVISOR,
    LEADER,
    ADMINISTRATOR,
    AUDITOR;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }

    /** Whether its people act for a department that is asked or pays, and see no more than that needs. */
    public boolean isOfDepartment() {
        return this == DEPARTMENT_REVIEWER || this == PAYER;
    }

    boolean isStaff() {
        return this != APPLICANT;
    }

    /** Whether this role means anything for someone who acts for that organisation, or for none. */
    boolean fits(Optional<Organisation> organisation) {
        return switch (this) {
            case APPLICANT -> true;
            case SUPERVISOR -> organisation.isPresent();
            case BANK_REVIEWER, BANK_APPROVER, DEPARTMENT_REVIEWER, PAYER ->
                organisation.filter(o -> !o.isDistrict()).isPresent();
            case DISTRICT_REVIEWER, DISTRICT_APPROVER, LEADER, ADMINISTRATOR, AUDITOR ->
                organisation.filter(Organisation::isDistrict).isPresent();
        };
    }
}
