package cn.qiaotong.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceWordsTests {

    private final ServiceWords words = new ServiceWords(
            Locale.ENGLISH,
            Map.of("title", "Loans", "consent", "It's for {0}", "plain", "It's yours"),
            Map.of("title", "Shared", "supplement.title", "More"));

    @Test
    void theFoldersOwnComeBeforeTheSharedLoops() {
        assertThat(words.title()).isEqualTo("Loans");
        assertThat(words.text("supplement.title")).isEqualTo("More");
    }

    @Test
    void argumentsAreFilledInAndQuotesStay() {
        assertThat(words.text("consent", "the bank")).isEqualTo("It's for the bank");
        assertThat(words.text("plain")).isEqualTo("It's yours");
    }

    @Test
    void aWordThatIsLostShowsItsKey() {
        assertThat(words.text("gone.title")).isEqualTo("gone.title");
        assertThat(words.find("gone.title")).isEmpty();
    }
}
