package cn.qiaotong.letter;

import cn.qiaotong.identity.Person;
import cn.qiaotong.letter.Printables.Link;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.section.CaseSection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The links to what may be printed, on the owner's page of the request and on nobody else's. */
@Component
class PrintSection implements CaseSection {

    private final Printables printables;

    PrintSection(Printables printables) {
        this.printables = printables;
    }

    @Override
    public Optional<Part> of(CaseFile file, Person reader, Locale locale) {
        return Optional.of(file)
                .filter(own -> own.request().applicant().equals(reader.account()))
                .map(own -> printables.links(own, locale))
                .filter(links -> !links.isEmpty())
                .map(links -> new Part("letter/section", new View(file.request().publicId(), links)));
    }

    /** The links below the address of one request. */
    record View(String request, List<Link> links) {}
}
