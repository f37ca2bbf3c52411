package cn.qiaotong.review;

import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.party.Parties;
import cn.qiaotong.request.CaseFile;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts a case file into the words of a page. */
@Component
class CaseViews {

    private final Evidences evidences;
    private final Histories histories;
    private final PublicServices services;
    private final Organisations organisations;
    private final Parties parties;

    CaseViews(
            Evidences evidences,
            Histories histories,
            PublicServices services,
            Organisations organisations,
            Parties parties) {
        this.evidences = evidences;
        this.histories = histories;
        this.services = services;
        this.organisations = organisations;
        this.parties = parties;
    }

    CaseView of(CaseFile file, Person reader, boolean revealed, Locale locale) {
        var request = file.request();
        var evidence = evidences.of(file, revealed, locale);
        return new CaseView(
                request,
                services.title(request.service(), locale),
                parties.referredTo(request.id(), reader).stream()
                        .map(branch -> organisations.name(branch, locale))
                        .toList(),
                revealed,
                evidence,
                histories.of(file, evidence.answers(), reader, locale));
    }
}
