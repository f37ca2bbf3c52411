package cn.qiaotong.request;

import cn.qiaotong.document.DocumentPermission;
import cn.qiaotong.document.Owner;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.RequestId;
import org.springframework.stereotype.Component;

/** Who may read the files of a draft or request: whoever filed it, and staff who deal with it. */
@Component
class FilePermission implements DocumentPermission {

    private final DraftRows drafts;
    private final RequestRows requests;

    FilePermission(DraftRows drafts, RequestRows requests) {
        this.drafts = drafts;
        this.requests = requests;
    }

    @Override
    public boolean mayRead(Owner owner, Person person) {
        return owner.equals(Drafts.ownerOf(owner.id())) && mayReadOwn(owner, person);
    }

    private boolean mayReadOwn(Owner owner, Person person) {
        return drafts.isOf(owner.id(), person.account())
                || requests.sees(new RequestId(owner.id()), RequestPermission.own(person))
                || requests.sees(new RequestId(owner.id()), RequestPermission.asStaff(person));
    }
}
