package cn.qiaotong.publicity;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.section.CaseSection;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The notice on the pages of its request; the district's people also read what was said against it, and nobody else does. */
@Component
class NoticeSection implements CaseSection {

    private final PublicNotices notices;
    private final Objections objections;
    private final Clock clock;

    NoticeSection(PublicNotices notices, Objections objections, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.clock = clock;
    }

    @Override
    public Optional<Part> of(CaseFile file, Person reader, Locale locale) {
        var ofDistrict = reader.organisation().filter(Organisation::isDistrict).isPresent();
        return notices.of(file.request().id())
                .map(notice -> new Part(
                        "publicity/section",
                        new View(
                                notice,
                                notice.goneAt().isAfter(clock.instant()),
                                ofDistrict,
                                ofDistrict ? objections.of(notice) : List.of())));
    }

    /** The notice, whether the public still sees it, and the objections for whoever may read them. */
    record View(PublicNotice notice, boolean shown, boolean ofDistrict, List<Objection> objections) {}
}
