package cn.qiaotong.form;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of form element we show, each with the keys its file may use; whatever is not listed is refused at reading. */
public enum FieldType {
    TEXTFIELD(
            "key label description validate defaultValue appearance",
            "required minLength maxLength pattern patternErrorMessage validationType",
            "autocomplete inputmode normalise pii crossCheck hintKey masked expected"),
    TEXTAREA(
            "key label description validate defaultValue",
            "required minLength maxLength",
            "autocomplete pii crossCheck hintKey"),
    NUMBER(
            "key label description validate defaultValue appearance decimalDigits increment serializeToString",
            "required min max",
            "autocomplete inputmode pii crossCheck hintKey"),
    DATETIME(
            "key label description validate subtype dateLabel timeLabel timeSerializingFormat timeInterval use24h disallowPassedDates",
            "required",
            "autocomplete dateMin dateMax pii engine crossCheck hintKey"),
    CHECKBOX("key label description validate defaultValue", "required", "pii engine crossCheck hintKey"),
    RADIO(
            "key label description validate defaultValue values valuesKey",
            "required",
            "pii engine crossCheck hintKey tellable zoneOf"),
    SELECT(
            "key label description validate defaultValue values valuesKey searchable",
            "required",
            "autocomplete pii engine crossCheck hintKey tellable zoneOf"),
    CHECKLIST("key label description validate defaultValue values", "required", "pii crossCheck hintKey"),
    TAGLIST("key label description validate defaultValue values", "required", "pii crossCheck hintKey"),
    FILEPICKER(
            "key label description validate accept multiple",
            "required",
            "maxSizeMb maxFiles pii crossCheck hintKey evidenceOf"),
    EXPRESSION("key label description expression computeOn", "", "pii hintKey"),
    DYNAMICLIST(
            "path label description components isRepeating allowAddRemove defaultRepetitions showOutline verticalAlignment disableCollapse nonCollapsedItems",
            "",
            "crossCheck hintKey minItems maxItems"),
    GROUP("label components showOutline verticalAlignment", "", ""),
    TEXT("text", "", ""),
    HTML("content", "", ""),
    IMAGE("source alt", "", ""),
    BUTTON("label action key", "", ""),
    SPACER("height", "", ""),
    SEPARATOR("", "", ""),
    TABLE("label dataSource columns rowCount", "", "");

    private static final String EVERYWHERE = "id type layout conditional properties disabled readonly";

    private final Set<String> keys;
    private final Set<String> rules;
    private final Set<String> properties;

    FieldType(String keys, String rules, String properties) {
        this.keys = words(EVERYWHERE + " " + keys);
        this.rules = words(rules);
        this.properties = words(properties);
    }

    static Optional<FieldType> of(String name) {
        return Stream.of(values()).filter(type -> type.fragment().equals(name)).findFirst();
    }

    /** The name of the type in a file and of the fragment that shows it. */
    public String fragment() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an answer belongs to it. */
    public boolean answers() {
        return ordinal() <= DYNAMICLIST.ordinal();
    }

    /** Whether it offers options, of which one or several are chosen. */
    public boolean offersOptions() {
        return this == RADIO || this == SELECT || choosesSeveral();
    }

    boolean choosesSeveral() {
        return this == CHECKLIST || this == TAGLIST;
    }

    boolean holdsOthers() {
        return this == GROUP || this == DYNAMICLIST;
    }

    boolean allows(String key) {
        return keys.contains(key);
    }

    boolean checks(String rule) {
        return rules.contains(rule);
    }

    boolean knows(String property) {
        return properties.contains(property);
    }

    private static Set<String> words(String text) {
        return Set.of(Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));
    }
}
