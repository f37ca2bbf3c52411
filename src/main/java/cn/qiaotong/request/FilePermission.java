package cn.qiaotong.request;

import cn.qiaotong.document.DocumentPermission;
import cn.qiaotong.document.Owner;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.RequestId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who may read a file of a draft or request: whoever filed it, and staff who deal with it. A department reads the files of the
 * fields it is shown and no others.
 */
@Component
class FilePermission implements DocumentPermission {

    private final DraftRows drafts;
    private final RequestRows requests;
    private final AnswerRows answers;
    private final Readers readers;

    FilePermission(DraftRows drafts, RequestRows requests, AnswerRows answers, Readers readers) {
        this.drafts = drafts;
        this.requests = requests;
        this.answers = answers;
        this.readers = readers;
    }

    @Override
    public boolean mayRead(Owner owner, UUID document, Person person) {
        return owner.equals(Drafts.ownerOf(owner.id())) && mayReadOwn(new RequestId(owner.id()), document, person);
    }

    private boolean mayReadOwn(RequestId id, UUID document, Person person) {
        return drafts.isOf(id.value(), person.account())
                || requests.sees(id, RequestPermission.own(person))
                || requests.sees(id, RequestPermission.asStaff(person)) && isShown(id, document, person);
    }

    private boolean isShown(RequestId id, UUID document, Person person) {
        var request = requests.find(id).orElseThrow();
        return person.organisation()
                .flatMap(own -> readers.shows(request, own))
                .map(fields -> names(request, fields, document.toString()))
                .orElse(true);
    }

    private boolean names(Request request, Set<String> fields, String document) {
        return answers.of(request.id(), request.version()).only(fields).values().values().stream()
                .flatMap(
                        answer -> answer instanceof Collection<?> several ? several.stream() : List.of(answer).stream())
                .anyMatch(document::equals);
    }
}
