package cn.qiaotong.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Authenticated encryption with AES-256-GCM, and the blind index. What is sealed for one context opens for that context
 * only; every configured key opens, the active one seals, so a key is changed by adding one and naming it.
 */
@Component
@EnableConfigurationProperties(VaultKeys.class)
public final class Vault {

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final Map<String, SecretKey> keys;
    private final String active;
    private final SecretKey indexKey;
    private final SecureRandom random = new SecureRandom();

    Vault(VaultKeys configured) {
        keys = configured.sealing();
        active = configured.activeAmong(keys);
        indexKey = configured.indexing(keys);
    }

    /** Seals with the active key; the context is authenticated, not stored. */
    public byte[] seal(byte[] plain, String context) {
        var header = new SealedHeader(active).bytes();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(active), nonce, header, context)
                    .doFinal(plain);
            return ByteBuffer.allocate(header.length + NONCE + sealed.length)
                    .put(header)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens what was sealed for the same context, with whichever configured key sealed it; {@link Tampered} otherwise. */
    public byte[] open(byte[] sealed, String context) {
        var header = SealedHeader.of(sealed)
                .filter(h -> keys.containsKey(h.key()))
                .filter(h -> sealed.length >= h.length() + NONCE + TAG)
                .orElseThrow(() -> new Tampered(context));
        var nonce = new byte[NONCE];
        var rest = ByteBuffer.wrap(sealed).position(header.length()).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, keys.get(header.key()), nonce, header.bytes(), context)
                    .doFinal(sealed, rest.position(), rest.remaining());
        } catch (AEADBadTagException e) {
            throw new Tampered(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same text gives the same index within a domain and an unrelated one elsewhere; the caller normalises. */
    public String index(String text, String domain) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            var name = domain.getBytes(UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header, String context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(context.getBytes(UTF_8));
        return cipher;
    }
}
