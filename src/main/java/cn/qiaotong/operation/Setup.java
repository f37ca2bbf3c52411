package cn.qiaotong.operation;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** How a start was set up: its settings, what its class path opens, and what a demo in the same folder has for secrets. */
record Setup(Environment settings, Collection<String> openDoors, Set<String> demoSecrets) {

    /** A setting without the blanks around it; nothing if it is not there. */
    String text(String property) {
        return Optional.ofNullable(settings.getProperty(property))
                .filter(StringUtils::hasText)
                .map(String::strip)
                .orElse("");
    }

    boolean is(String property, String expected) {
        return expected.equals(text(property));
    }

    boolean lacks(String property) {
        return text(property).isEmpty();
    }

    boolean hasProfile(String profile) {
        return settings.acceptsProfiles(Profiles.of(profile));
    }

    boolean isWeak(String property, int shortest) {
        return new Secret(text(property)).isWeak(shortest);
    }

    Map<String, String> vaultKeys() {
        return Binder.get(settings)
                .bind("qiaotong.vault.keys", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }

    /** The keys of the vault by the variable that each is given in. */
    Map<String, String> keys() {
        var keys = new TreeMap<String, String>();
        keys.put("QIAOTONG_VAULT_INDEX_KEY", text("qiaotong.vault.index-key"));
        vaultKeys().forEach((id, key) -> keys.put("QIAOTONG_VAULT_KEYS_" + id.toUpperCase(Locale.ROOT), key.strip()));
        return keys;
    }

    /** The keys and every other secret by variable. */
    Map<String, String> secrets() {
        var secrets = new TreeMap<>(keys());
        secrets.put("QIAOTONG_CLIENT_SECRET", text("qiaotong.keycloak.client-secret"));
        secrets.put("SPRING_DATASOURCE_PASSWORD", text("spring.datasource.password"));
        secrets.put("SPRING_FLYWAY_PASSWORD", text("spring.flyway.password"));
        return secrets;
    }

    /** Never with a setting. */
    @Override
    public String toString() {
        return "Setup";
    }
}
