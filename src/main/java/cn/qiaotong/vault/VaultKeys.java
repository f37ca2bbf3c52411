package cn.qiaotong.vault;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * The keys as configured: any number that open, one of them active, and one for the blind index. They are checked before
 * anything is sealed, because a key that turns out wrong later has already cost data.
 */
@ConfigurationProperties("qiaotong.vault")
record VaultKeys(Map<String, String> keys, String active, String indexKey) {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");

    VaultKeys {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
    }

    Map<String, SecretKey> sealing() {
        if (keys.isEmpty()) {
            throw new KeysRefused(
                    "The vault has no key: set qiaotong.vault.keys.<id> to 32 random bytes in base64 and name it in qiaotong.vault.active.");
        }
        var sealing = new HashMap<String, SecretKey>();
        keys.forEach((id, text) -> sealing.put(checked(id), key("qiaotong.vault.keys." + id, text, "AES")));
        return sealing;
    }

    String activeAmong(Map<String, SecretKey> sealing) {
        if (!StringUtils.hasText(active)) {
            throw new KeysRefused(
                    "No key is active: set qiaotong.vault.active to the id of the key that new data is sealed with.");
        }
        if (!sealing.containsKey(active)) {
            throw new KeysRefused(
                    "qiaotong.vault.active names the key '%s', but there is no qiaotong.vault.keys.%s: add that key or name one that is there."
                            .formatted(active, active));
        }
        return active;
    }

    SecretKey indexing(Map<String, SecretKey> sealing) {
        var property = "qiaotong.vault.index-key";
        var indexing = key(property, indexKey, "HmacSHA256");
        for (var sealingKey : sealing.values()) {
            if (MessageDigest.isEqual(sealingKey.getEncoded(), indexing.getEncoded())) {
                throw new KeysRefused(property + " is also a sealing key: give the index a key of its own.");
            }
        }
        return indexing;
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new KeysRefused(
                    "'%s' cannot be the id of a vault key: use 1 to 32 lower-case letters, digits and hyphens."
                            .formatted(id));
        }
        return id;
    }

    private static SecretKey key(String property, String text, String algorithm) {
        if (!StringUtils.hasText(text)) {
            throw new KeysRefused(property + " is not set: give it 32 random bytes in base64.");
        }
        var bytes = decoded(property, text);
        if (bytes.length != 32) {
            throw new KeysRefused(
                    "%s has %d bytes: give it 32 random bytes in base64.".formatted(property, bytes.length));
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    private static byte[] decoded(String property, String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new KeysRefused(property + " is not base64: give it 32 random bytes in base64.");
        }
    }

    @Override
    public String toString() {
        return "VaultKeys" + keys.keySet();
    }
}
