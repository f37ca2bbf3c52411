package cn.qiaotong.vault;

import static cn.qiaotong.vault.VaultFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The start is refused, in one whole sentence that says what to set, with any key that will not do. */
class VaultKeysTests {

    @Test
    void refusesNoKeyAtAll() {
        refused(
                new VaultKeys(null, null, null),
                "The vault has no key: set qiaotong.vault.keys.<id> to 32 random bytes in base64 and name it in qiaotong.vault.active.");
    }

    @Test
    void refusesAShortKey() {
        refused(
                new VaultKeys(Map.of("k1", key(1, 16)), "k1", key(9)),
                "qiaotong.vault.keys.k1 has 16 bytes: give it 32 random bytes in base64.");
    }

    @Test
    void refusesWhatIsNotBase64() {
        refused(
                new VaultKeys(Map.of("k1", "not base64!"), "k1", key(9)),
                "qiaotong.vault.keys.k1 is not base64: give it 32 random bytes in base64.");
    }

    @Test
    void refusesAnEmptyKey() {
        refused(
                new VaultKeys(Map.of("k1", " "), "k1", key(9)),
                "qiaotong.vault.keys.k1 is not set: give it 32 random bytes in base64.");
    }

    @Test
    void refusesNoActiveKey() {
        refused(
                new VaultKeys(Map.of("k1", key(1)), "", key(9)),
                "No key is active: set qiaotong.vault.active to the id of the key that new data is sealed with.");
    }

    @Test
    void refusesAnUnknownActiveKey() {
        refused(
                new VaultKeys(Map.of("k1", key(1)), "k2", key(9)),
                "qiaotong.vault.active names the key 'k2', but there is no qiaotong.vault.keys.k2: add that key or name one that is there.");
    }

    @Test
    void refusesAnIdThatWouldNotFit() {
        refused(
                new VaultKeys(Map.of("K 1", key(1)), "K 1", key(9)),
                "'K 1' cannot be the id of a vault key: use 1 to 32 lower-case letters, digits and hyphens.");
    }

    @Test
    void refusesAMissingIndexKey() {
        refused(
                new VaultKeys(Map.of("k1", key(1)), "k1", null),
                "qiaotong.vault.index-key is not set: give it 32 random bytes in base64.");
    }

    @Test
    void refusesASealingKeyAsIndexKey() {
        refused(
                new VaultKeys(Map.of("k1", key(1)), "k1", key(1)),
                "qiaotong.vault.index-key is also a sealing key: give the index a key of its own.");
    }

    @Test
    void showsNoKeyWhenPrinted() {
        assertThat(new VaultKeys(Map.of("k1", key(1)), "k1", key(9))).hasToString("VaultKeys[k1]");
    }

    @Test
    void startsWithKeysFromProperties() {
        new ApplicationContextRunner()
                .withUserConfiguration(Vault.class)
                .withPropertyValues(
                        "qiaotong.vault.keys.k1=" + key(1),
                        "qiaotong.vault.active=k1",
                        "qiaotong.vault.index-key=" + key(9))
                .run(context -> assertThat(context).hasSingleBean(Vault.class));
    }

    @Test
    void refusesToStartWithoutKeysAndShowsTheSentence() {
        new ApplicationContextRunner().withUserConfiguration(Vault.class).run(context -> {
            assertThat(context).hasFailed();
            assertThat(new KeysRefusedAnalyzer()
                            .analyze(context.getStartupFailure())
                            .getDescription())
                    .startsWith("The vault has no key: ");
        });
    }

    private static void refused(VaultKeys keys, String sentence) {
        assertThatThrownBy(() -> new Vault(keys))
                .isInstanceOf(KeysRefused.class)
                .hasMessage(sentence);
    }
}
