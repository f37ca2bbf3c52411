package cn.qiaotong.section;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.form.Answers;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import java.util.Locale;
import java.util.Optional;

/**
 * A section that a module above brings to the pages of a request: its owner's, the desk's, and the last look at a draft. The
 * pages know none of them, so that leaves need not know each other.
 */
public interface CaseSection {

    /** The section for a reader, its owner or one of the staff, who may read this much of the case. */
    default Optional<Part> of(CaseFile file, Person reader, Locale locale) {
        return Optional.empty();
    }

    /** The section for the owner of a draft with these answers, before it is submitted. */
    default Optional<Part> of(PublicService service, Answers draft, Locale locale) {
        return Optional.empty();
    }

    /** What to show, in the fragment {@code part} of this template. */
    record Part(String template, Object content) {}
}
