package cn.qiaotong.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages of the pages. Whoever reads Chinese in traditional characters, wherever they are, gets the Hong Kong texts. */
public enum Language {
    SIMPLIFIED("zh-Hans", Locale.SIMPLIFIED_CHINESE),
    TRADITIONAL("zh-Hant", new Locale("zh", "HK")),
    ENGLISH("en", Locale.ENGLISH);

    private static final Set<String> TRADITIONAL_REGIONS = Set.of("HK", "MO", "TW");
    private static final Set<String> CHINESE = Set.of("zh", "yue", "cmn");

    private final String html;
    private final Locale locale;

    Language(String html, Locale locale) {
        this.html = html;
        this.locale = locale;
    }

    /** The value of the page's {@code lang} attribute. */
    public String html() {
        return html;
    }

    /** The locale by which texts are looked up. */
    public Locale locale() {
        return locale;
    }

    public static Language of(Locale locale) {
        return spoken(locale).orElse(SIMPLIFIED);
    }

    static Optional<Language> ofTag(String html) {
        return Arrays.stream(values())
                .filter(language -> language.html.equals(html))
                .findFirst();
    }

    /** The first of a reader's languages that the pages speak, as a browser's Accept-Language lists them. */
    static Language preferred(String accepted) {
        return ranges(accepted).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> spoken(Locale.forLanguageTag(range.getRange())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(SIMPLIFIED);
    }

    private static List<Locale.LanguageRange> ranges(String accepted) {
        try {
            return accepted == null || accepted.isBlank() ? List.of() : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException notALanguageList) {
            return List.of();
        }
    }

    private static Optional<Language> spoken(Locale locale) {
        if (CHINESE.contains(locale.getLanguage())) {
            return Optional.of(isTraditional(locale) ? TRADITIONAL : SIMPLIFIED);
        }
        return locale.getLanguage().equals("en") ? Optional.of(ENGLISH) : Optional.empty();
    }

    private static boolean isTraditional(Locale locale) {
        return locale.getScript().isEmpty()
                ? TRADITIONAL_REGIONS.contains(locale.getCountry())
                        || locale.getLanguage().equals("yue")
                : locale.getScript().equals("Hant");
    }
}
