package cn.qiaotong.dashboard;

import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.policy.Ending;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.web.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Collects what administrators are warned of; whoever only reads numbers is warned of nothing. */
@Component
class WarningLists {

    private static final String RELEASE = "release";

    private final Policies policies;
    private final WorkingCalendars calendars;
    private final PublicServices services;

    WarningLists(Policies policies, WorkingCalendars calendars, PublicServices services) {
        this.policies = policies;
        this.calendars = calendars;
        this.services = services;
    }

    Warnings of(Person person, LocalDate today, Locale locale) {
        if (!person.has(Role.ADMINISTRATOR)) {
            return Warnings.NONE;
        }
        return new Warnings(
                policies.endings(today).stream()
                        .map(ending -> row(ending, locale))
                        .toList(),
                calendars.expiring(today));
    }

    private Warnings.Row row(Ending ending, Locale locale) {
        var row = ending.row();
        return new Warnings.Row(
                row.service().equals(Policies.SHARED) ? "" : services.title(row.service(), locale),
                row.key(),
                said(row, locale),
                row.unit(),
                row.source().title(),
                row.demo(),
                ending.last(),
                ending.daysLeft(),
                by(row.enteredBy()),
                by(row.approvedBy()));
    }

    private static String by(String name) {
        return name.equals(RELEASE) ? "" : name;
    }

    /** What the row says: its words where it has any, otherwise its value. */
    private static String said(PolicyRow row, Locale locale) {
        var words = row.texts().getOrDefault(Language.of(locale).html(), "");
        return words.isEmpty()
                ? written(row.value())
                : words.lines().findFirst().orElse("");
    }

    private static String written(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WarningLists::written).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + written(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
