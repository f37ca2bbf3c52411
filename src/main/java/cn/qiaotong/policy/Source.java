package cn.qiaotong.policy;

import java.time.LocalDate;
import java.util.Optional;

/** The document that a policy row rests on; the key DEMO marks a value that no document supports. */
public record Source(
        String key, String title, Optional<String> number, Optional<String> url, Optional<LocalDate> published) {

    static final Source DEMO = new Source("DEMO", "DEMO", Optional.empty(), Optional.empty(), Optional.empty());

    public boolean demo() {
        return key.equals(DEMO.key);
    }
}
