package cn.qiaotong.policy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A release has changed rules of a folder: which keys say something else from which day on. It is published once for each
 * change, in a transaction, after the program has come up; a folder's first rows are no change.
 */
public record PolicyChanged(UUID id, String service, Set<String> keys, LocalDate from) {

    public PolicyChanged {
        keys = Set.copyOf(keys);
    }

    /** Whether the rows were shared ones, which every service sees. */
    public boolean shared() {
        return service.equals(Policies.SHARED);
    }
}
