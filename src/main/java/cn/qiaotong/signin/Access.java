package cn.qiaotong.signin;

import static cn.qiaotong.identity.Role.ADMINISTRATOR;
import static cn.qiaotong.identity.Role.APPLICANT;
import static cn.qiaotong.identity.Role.AUDITOR;
import static cn.qiaotong.identity.Role.BANK_APPROVER;
import static cn.qiaotong.identity.Role.BANK_REVIEWER;
import static cn.qiaotong.identity.Role.DEPARTMENT_REVIEWER;
import static cn.qiaotong.identity.Role.DISTRICT_APPROVER;
import static cn.qiaotong.identity.Role.DISTRICT_REVIEWER;
import static cn.qiaotong.identity.Role.LEADER;
import static cn.qiaotong.identity.Role.PAYER;
import static cn.qiaotong.identity.Role.SUPERVISOR;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The table of addresses and who may reach them. The first line that matches decides; an address without a line does not
 * exist for anybody. What a person may see behind an address is decided again where it is read.
 */
final class Access {

    static final List<Line> TABLE = List.of(
            line("GET", everyone(), "/", "/fit", "/help", "/services/**", "/verify/**", "/interest/stop/*"),
            line("GET", everyone(), "/public-notices/**"),
            line("POST", everyone(), "/public-notices/*/objections"),
            line("GET", everyone(), "/sign-in/**", "/register", "/signed-out"),
            line("GET", everyone(), "/assets/**", "/vendor/**", "/webjars/**", "/favicon.ico"),
            line("POST", everyone(), "/fit", "/services/*/interest", "/interest/stop/*"),
            line("GET", everyone(), "/health/live", "/health/ready"),
            line("POST", everyone(), "/language", "/sign-out", BackChannelController.PATH),
            line("POST", holders(APPLICANT), "/services/*/drafts"),
            line("*", everyone(), "/error"),
            line("*", anyoneSignedIn(), "/account/**", "/inbox/**", "/documents/**", "/jobs/**"),
            line("*", holders(APPLICANT), "/drafts/**", "/requests/**"),
            line("GET", readersOfTheLedger(), "/review/budget/**"),
            line(
                    "*",
                    holders(
                            DISTRICT_REVIEWER,
                            DISTRICT_APPROVER,
                            BANK_REVIEWER,
                            BANK_APPROVER,
                            DEPARTMENT_REVIEWER,
                            PAYER,
                            SUPERVISOR),
                    "/review/**"),
            line("*", holders(ADMINISTRATOR, LEADER), "/dashboard/**"),
            line("GET", holders(ADMINISTRATOR, LEADER), "/leader"),
            line("*", holders(AUDITOR), "/administration/audit/**"),
            line("*", holders(ADMINISTRATOR), "/administration/**"));

    private Access() {}

    static AuthorizationDecision decide(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                lineOf(context.getRequest()).filter(line -> line.admits(who)).isPresent());
    }

    static Optional<Line> lineOf(HttpServletRequest request) {
        return TABLE.stream().filter(line -> line.matches(request)).findFirst();
    }

    private static Line line(String method, Who who, String... patterns) {
        return new Line(method, who, List.of(patterns));
    }

    private static Who everyone() {
        return new Who(true, person -> true);
    }

    private static Who anyoneSignedIn() {
        return new Who(false, person -> true);
    }

    private static Who holders(Role... roles) {
        var admitted = Set.of(roles);
        return new Who(false, person -> person.roles().stream().anyMatch(admitted::contains));
    }

    /** The district's own people, and payers; which of them pay is asked where the ledger is read. */
    private static Who readersOfTheLedger() {
        var district = Set.of(DISTRICT_REVIEWER, DISTRICT_APPROVER, SUPERVISOR, LEADER, ADMINISTRATOR);
        return new Who(false, person -> person.roles().stream()
                .anyMatch(role -> role == PAYER
                        || district.contains(role)
                                && person.organisation()
                                        .filter(Organisation::isDistrict)
                                        .isPresent()));
    }

    /** Who a line admits: the public, or the signed-in people that a rule holds for. */
    record Who(boolean everyone, Predicate<Person> rule) {}

    /** One line of the table; a page that may be got may also be asked for its head. */
    record Line(String method, Who who, List<String> patterns) {

        boolean matches(HttpServletRequest request) {
            return (method.equals("*") || method.equals(asked(request)))
                    && patterns.stream()
                            .map(PathPatternRequestMatcher.withDefaults()::matcher)
                            .anyMatch(pattern -> pattern.matches(request));
        }

        boolean admits(Supplier<? extends Authentication> authentication) {
            return who.everyone()
                    || authentication.get() instanceof SignedInPerson signedIn
                            && who.rule().test(signedIn.getPrincipal());
        }

        private static String asked(HttpServletRequest request) {
            return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        }
    }
}
