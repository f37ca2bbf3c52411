package cn.qiaotong.interest;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.web.AccountPart;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The services that somebody is told about, on their account page, each with the press that ends it. */
@Component
class InterestPart implements AccountPart {

    private final Interests interests;
    private final PublicServices services;

    InterestPart(Interests interests, PublicServices services) {
        this.interests = interests;
        this.services = services;
    }

    @Override
    public String template() {
        return "interest/parts";
    }

    @Override
    public List<Line> content(Person person, Locale locale) {
        return interests.of(person).stream()
                .map(interest -> new Line(interest, services.title(interest.service(), locale)))
                .toList();
    }

    /** One service that this person is told about. */
    public record Line(Interest interest, String title) {}
}
