package cn.qiaotong.vault;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Vaults with fixed keys, for tests of whatever seals. */
public final class VaultFixture {

    private VaultFixture() {}

    public static Vault aVault() {
        return new Vault(new VaultKeys(Map.of("first", key(1)), "first", key(9)));
    }

    static String key(int filling) {
        return key(filling, 32);
    }

    static String key(int filling, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
