package cn.qiaotong.objection;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Request;
import cn.qiaotong.section.CaseSection;
import cn.qiaotong.worklist.Waits;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The words of an objection, for the one person who has taken a step of it, as long as they have it. */
@Component
class ObjectionSection implements CaseSection {

    private final ObjectionRows rows;
    private final PublicServices services;
    private final Waits waits;

    ObjectionSection(ObjectionRows rows, PublicServices services, Waits waits) {
        this.rows = rows;
        this.services = services;
        this.waits = waits;
    }

    @Override
    public Optional<Part> of(CaseFile file, Person reader, Locale locale) {
        var request = file.request();
        return rows.of(request.id())
                .filter(objection -> objection.isOpen() && hasTaken(request, reader))
                .map(objection -> new Part("objection/words", new Said(objection.madeAt(), rows.text(objection))));
    }

    private boolean hasTaken(Request request, Person reader) {
        var drawn = services.version(request.service(), request.deployment())
                .model()
                .drawing(RequestObjections.PROCESS);
        return waits.of(request).stream()
                .filter(wait -> wait.isOpen() && wait.isHeldBy(reader.account()))
                .anyMatch(wait ->
                        drawn.flatMap(drawing -> drawing.node(wait.element())).isPresent());
    }

    /** What the applicant wrote, and when. */
    record Said(Instant at, String text) {}
}
