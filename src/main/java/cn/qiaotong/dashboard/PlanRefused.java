package cn.qiaotong.dashboard;

/** Stops the start: the file of the district plan has a mistake. The message names the file, the row and the fix. */
final class PlanRefused extends RuntimeException {

    PlanRefused(String file, String row, String fix) {
        super("%s, %s: %s".formatted(file, row, fix));
    }
}
