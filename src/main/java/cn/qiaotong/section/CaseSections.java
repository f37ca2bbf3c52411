package cn.qiaotong.section;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.form.Answers;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.section.CaseSection.Part;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Every section that modules bring to the pages of a request, in their order. */
@Component
public class CaseSections {

    private final List<CaseSection> sections;

    CaseSections(List<CaseSection> sections) {
        this.sections = List.copyOf(sections);
    }

    public List<Part> of(CaseFile file, Person reader, Locale locale) {
        return sections.stream()
                .flatMap(section -> section.of(file, reader, locale).stream())
                .toList();
    }

    public List<Part> of(PublicService service, Answers draft, Locale locale) {
        return sections.stream()
                .flatMap(section -> section.of(service, draft, locale).stream())
                .toList();
    }
}
