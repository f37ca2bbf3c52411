package cn.qiaotong.dashboard;

import java.util.List;

/** The plan as a page shows it: its initiatives by where they stand. */
record PlanView(String title, int count, List<Group> groups) {

    /** The initiatives that stand alike. */
    record Group(Initiative.Status status, List<Row> rows) {}

    /** An initiative and the services that carry it out. */
    record Row(Initiative initiative, List<Carrier> services) {

        private static final int READ_AT_ONCE = 4;

        /** Whether there are more services than one reads at a glance. */
        public boolean isLong() {
            return services.size() > READ_AT_ONCE;
        }
    }

    /** A service; its address is empty where it is not on offer here. */
    record Carrier(String name, String href) {}
}
