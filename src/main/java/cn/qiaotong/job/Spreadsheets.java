package cn.qiaotong.job;

import cn.qiaotong.job.Unreadable.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * Opens spreadsheets that strangers send. What a file is called decides nothing, its content does; it is small, has few rows
 * and holds values only, or it is refused with the place that says so.
 */
public final class Spreadsheets {

    /** The largest file, in bytes. */
    public static final int LARGEST = 1024 * 1024;
    /** The most rows that are not blank, over all sheets. */
    public static final int MOST_ROWS = 2_000;

    static final int MOST_COLUMNS = 100;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Spreadsheets() {}

    public static SpreadsheetRead read(byte[] content) {
        try {
            var tabs = content.length > LARGEST ? refuse(Reason.BIG) : tabs(content);
            return tabs.stream().allMatch(tab -> tab.lines().isEmpty())
                    ? Unreadable.file(Reason.EMPTY)
                    : new Tabs(tabs);
        } catch (Refusing refused) {
            return refused.why();
        }
    }

    private static List<Tab> tabs(byte[] content) {
        if (content.length == 0) {
            return refuse(Reason.EMPTY);
        }
        if (startsWith(content, OLE)) {
            return refuse(Reason.OLD);
        }
        return startsWith(content, ZIP) ? XlsxReader.tabs(XlsxGate.clean(content)) : List.of(CsvReader.tab(content));
    }

    private static List<Tab> refuse(Reason reason) {
        throw new Refusing(reason);
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
