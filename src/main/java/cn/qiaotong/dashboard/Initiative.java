package cn.qiaotong.dashboard;

import cn.qiaotong.web.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One initiative of the district plan: what the plan says word for word, which services carry it out or why it is
 * information only, and where it stands. Texts are kept by the language tag of the pages.
 */
record Initiative(
        int number,
        List<Section> sections,
        List<Mode> modes,
        Optional<Integer> year,
        Map<String, String> quote,
        List<String> services,
        Map<String, String> information,
        Office office,
        Standing standing,
        Remark next,
        Remark note) {

    Initiative {
        sections = List.copyOf(sections);
        modes = List.copyOf(modes);
        services = List.copyOf(services);
    }

    public String quote(Locale locale) {
        return in(locale, quote);
    }

    /** Why no service carries it out; empty where one does. */
    public String information(Locale locale) {
        return in(locale, information);
    }

    private static String in(Locale locale, Map<String, String> texts) {
        return texts.getOrDefault(Language.of(locale).html(), "");
    }

    /** Where the plan says it: part, chapter and, where there is one, item; 0 stands for none. */
    record Section(int part, int chapter, int item) {}

    /** What the plan promises with it, from what is done to what is only looked into. */
    enum Mode {
        DONE,
        FACT,
        IMPLEMENT,
        BUILD,
        PROMOTE,
        SUPPORT,
        ALLOW,
        ENCOURAGE,
        ATTRACT,
        JOIN,
        SEEK,
        EXPLORE,
        STUDY
    }

    /** Whose it is, and where the plan says so. */
    record Office(Section section, Map<String, String> texts) {

        public String name(Locale locale) {
            return in(locale, texts);
        }
    }

    /** How far it is, in the order in which a leader reads: what is under way first, what is done last. */
    enum Status {
        RUNNING,
        PREPARING,
        SEEKING,
        DONE
    }

    /** How far it was on a day, as the plan itself says or as a demo value. */
    record Standing(Status value, LocalDate asOf, boolean demo) {}

    /** What somebody wrote about it, on a day where it is a note. */
    record Remark(Optional<LocalDate> date, boolean demo, Map<String, String> texts) {

        public String text(Locale locale) {
            return in(locale, texts);
        }
    }
}
