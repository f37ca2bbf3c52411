package cn.qiaotong.dashboard;

import cn.qiaotong.worklist.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The waits behind one number: references only, never an answer or a name. */
record Listed(Measure measure, List<String> narrowed, long count, List<Row> rows, String next) {

    /** One wait. The due day is null while it is not known, the closing while it is open. */
    record Row(
            String receipt,
            String service,
            String step,
            String organisation,
            Instant opened,
            LocalDate due,
            Instant closed) {}
}
