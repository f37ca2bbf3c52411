package cn.qiaotong.catalog;

import cn.qiaotong.form.Words;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A service's words in one language: the folder's own first, then the shared loops'. Words are never versioned with a
 * request, so a corrected spelling appears at once.
 */
public final class ServiceWords implements Words {

    private final Locale locale;
    private final Map<String, String> own;
    private final Map<String, String> shared;

    ServiceWords(Locale locale, Map<String, String> own, Map<String, String> shared) {
        this.locale = locale;
        this.own = own;
        this.shared = shared;
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(own.get(key)).or(() -> Optional.ofNullable(shared.get(key)));
    }

    /** The text of a key with its arguments filled in; the key itself where a running request's version has lost its word. */
    public String text(String key, Object... arguments) {
        var text = find(key).orElse(key);
        return arguments.length == 0 ? text : new MessageFormat(text.replace("'", "''"), locale).format(arguments);
    }

    public String title() {
        return text("title");
    }
}
