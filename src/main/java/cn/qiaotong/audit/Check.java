package cn.qiaotong.audit;

import cn.qiaotong.audit.Verification.Broken;
import cn.qiaotong.audit.Verification.Damage;
import cn.qiaotong.audit.Verification.Intact;
import java.util.Iterator;
import java.util.Optional;

/** Walks a chain from its first row to its head and stops at the first row that does not hold. */
record Check(String chain, Head head) {

    Verification of(Iterator<Entry> entries) {
        var last = Head.NONE;
        while (entries.hasNext()) {
            var entry = entries.next();
            var damage = damage(entry, last);
            if (damage.isPresent()) {
                return new Broken(chain, Math.min(entry.seq(), last.seq() + 1), damage.get());
            }
            last = new Head(entry.seq(), entry.hash());
        }
        return atTheEnd(last);
    }

    private Optional<Damage> damage(Entry entry, Head last) {
        if (entry.seq() > last.seq() + 1) {
            return Optional.of(Damage.MISSING);
        }
        if (entry.seq() > head.seq()) {
            return Optional.of(Damage.BEYOND_HEAD);
        }
        if (entry.seq() <= last.seq() || !entry.previousHash().equals(last.hash())) {
            return Optional.of(Damage.OUT_OF_PLACE);
        }
        return entry.hash().equals(entry.computedHash()) ? Optional.empty() : Optional.of(Damage.EDITED);
    }

    private Verification atTheEnd(Head last) {
        if (last.seq() < head.seq()) {
            return new Broken(chain, last.seq() + 1, Damage.MISSING);
        }
        return last.equals(head)
                ? new Intact(chain, last.seq(), last.hash())
                : new Broken(chain, last.seq(), Damage.NOT_THE_HEAD);
    }
}
