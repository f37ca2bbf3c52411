package cn.qiaotong.objection;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.section.CaseSection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the owner of a closed request may do about it, on the request's page. */
@Component
class RemedySection implements CaseSection {

    private final ObjectionViews views;

    RemedySection(ObjectionViews views) {
        this.views = views;
    }

    @Override
    public Optional<Part> of(CaseFile file, Person reader, Locale locale) {
        var request = file.request();
        return request.applicant().equals(reader.account()) && !request.state().open()
                ? Optional.of(new Part("objection/remedy", views.of(request, locale)))
                : Optional.empty();
    }
}
