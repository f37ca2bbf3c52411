package cn.qiaotong.vault;

import static cn.qiaotong.vault.VaultFixture.aVault;
import static cn.qiaotong.vault.VaultFixture.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sealed opens unchanged, in its place, under its key, or not at all. */
class VaultTests {

    private static final byte[] PLAIN = "810000199001010019 陳大文".getBytes(UTF_8);

    private final Vault vault = aVault();

    @Test
    void opensWhatItSealed() {
        assertThat(vault.open(vault.seal(PLAIN, "request|1|answers"), "request|1|answers"))
                .isEqualTo(PLAIN);
        assertThat(vault.open(vault.seal(new byte[0], "empty"), "empty")).isEmpty();
    }

    @Test
    void sealedBytesShowNothingOfThePlainOnes() {
        assertThat(new String(vault.seal(PLAIN, "c"), UTF_8)).doesNotContain("8100", "陳");
    }

    @Test
    void refusesEveryFlippedBit() {
        var sealed = vault.seal(PLAIN, "c");

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> vault.open(changed, "c")).isInstanceOf(Tampered.class);
        }
    }

    @Test
    void refusesEveryCutAndAnAddedByte() {
        var sealed = vault.seal(PLAIN, "c");

        for (int length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> vault.open(cut, "c")).isInstanceOf(Tampered.class);
        }
        assertThatThrownBy(() -> vault.open(Arrays.copyOf(sealed, sealed.length + 1), "c"))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void refusesAnotherContextAndNamesItWithoutTheContent() {
        var sealed = vault.seal(PLAIN, "request|1|answers");

        assertThatThrownBy(() -> vault.open(sealed, "request|2|answers"))
                .isInstanceOf(Tampered.class)
                .hasMessage("What is sealed as request|2|answers was changed or does not belong there.");
    }

    @Test
    void oldKeysOpenWhileTheActiveOneSeals() {
        var before = vault.seal(PLAIN, "c");
        var rotated = new Vault(new VaultKeys(Map.of("first", key(1), "second", key(2)), "second", key(9)));
        var after = rotated.seal(PLAIN, "c");

        assertThat(rotated.open(before, "c")).isEqualTo(PLAIN);
        assertThat(rotated.open(after, "c")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> vault.open(after, "c")).isInstanceOf(Tampered.class);
    }

    @Test
    void refusesAValueWhoseKeyIdWasExchanged() {
        var twoKeys = new Vault(new VaultKeys(Map.of("a", key(1), "b", key(2)), "a", key(9)));
        var sealed = twoKeys.seal(PLAIN, "c");
        sealed[2] = 'b';

        assertThatThrownBy(() -> twoKeys.open(sealed, "c")).isInstanceOf(Tampered.class);
    }

    @Test
    void neverUsesANonceTwice() {
        var nonces = new HashSet<ByteBuffer>();
        var from = new SealedHeader("first").length();

        for (int i = 0; i < 100_000; i++) {
            nonces.add(ByteBuffer.wrap(Arrays.copyOfRange(vault.seal(new byte[0], "c"), from, from + 12)));
        }

        assertThat(nonces).hasSize(100_000);
    }

    @Test
    void indexesTheSameTextTheSameWay() {
        assertThat(vault.index("H12345678", "identifier"))
                .isEqualTo(aVault().index("H12345678", "identifier"))
                .isEqualTo("viFw9fDawmEqu1mceZ-xM6u8AB-Q_2WHFcMUb_0pErw")
                .matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void indexesDifferBetweenDomainsTextsAndKeys() {
        var other = new Vault(new VaultKeys(Map.of("first", key(1)), "first", key(8)));

        assertThat(new HashSet<>(Arrays.asList(
                        vault.index("H12345678", "identifier"),
                        vault.index("H12345678", "phone"),
                        vault.index("H12345679", "identifier"),
                        vault.index("rH12345678", "identifie"),
                        other.index("H12345678", "identifier"))))
                .hasSize(5);
    }
}
