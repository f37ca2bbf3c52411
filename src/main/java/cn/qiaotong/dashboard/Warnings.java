package cn.qiaotong.dashboard;

import cn.qiaotong.calendar.MissingYear;
import java.time.LocalDate;
import java.util.List;

/** What runs out before anybody may notice: policy rows without a successor, and calendar years that are not loaded. */
record Warnings(List<Row> rows, List<MissingYear> years) {

    static final Warnings NONE = new Warnings(List.of(), List.of());

    public int count() {
        return rows.size() + years.size();
    }

    /** A policy row that ends; the service is empty for a row that all services share, the names for a release. */
    record Row(
            String service,
            String key,
            String value,
            String unit,
            String source,
            boolean demo,
            LocalDate last,
            long daysLeft,
            String enteredBy,
            String approvedBy) {

        public boolean ended() {
            return daysLeft < 0;
        }
    }
}
