package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** Keycloak's pages as a person meets them: in our words, in three languages, on a phone, with a keyboard. */
class SignInPagesBrowserTests {

    private static final String PASSWORD = "four quiet words here";

    /** The languages by the tag that Keycloak is asked with, and a few words that only that language has. */
    enum Tongue {
        SIMPLIFIED("zh-CN", "zh-Hans", "登录", "注册账户", "确认电子邮箱", "请确认您的电子邮箱", "用户名或密码不正确。", "设置新密码"),
        TRADITIONAL("zh-TW", "zh-Hant", "登入", "登記賬戶", "確認電郵地址", "請確認您的電郵地址", "用戶名稱或密碼不正確。", "設定新密碼"),
        ENGLISH(
                "en",
                "en",
                "Sign in",
                "Create an account",
                "Confirm the e-mail address",
                "Confirm your e-mail address",
                "The user name or the password is not right.",
                "Set a new password");

        final String asked;
        final String html;
        final String signIn;
        final String register;
        final String link;
        final String verify;
        final String refusal;
        final String newPassword;

        Tongue(String asked, String html, String... words) {
            this.asked = asked;
            this.html = html;
            this.signIn = words[0];
            this.register = words[1];
            this.link = words[2];
            this.verify = words[3];
            this.refusal = words[4];
            this.newPassword = words[5];
        }
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void theSignInPageIsUsableByEveryone(Tongue tongue) {
        var browser = Browser.fresh().open(asked(tongue));

        assertThat(browser.heading()).isEqualTo(tongue.signIn);
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo(tongue.html);
        browser.page().check("sign-in");
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aWrongPasswordIsToldWithoutSayingWhatWasWrong(Tongue tongue) {
        var browser = Browser.fresh()
                .open(asked(tongue))
                .type("username", "nobody-" + tongue.asked)
                .type("password", "not the password")
                .submit();

        assertThat(browser.find(By.cssSelector("[role=alert]")).getText()).isEqualTo(tongue.refusal);
        browser.page().check("sign-in-refused");
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aPersonRegistersWithOneNameAndConfirmsTheAddressInTheLanguageChosen(Tongue tongue) throws Exception {
        var address = "new-%s@example.test".formatted(UUID.randomUUID());
        var browser = Browser.fresh().open(asked(tongue)).follow(tongue.register);

        assertThat(browser.driver().findElements(By.cssSelector("main input:not([type=hidden])")))
                .extracting(input -> input.getDomAttribute("name"))
                .containsExactly("firstName", "email");
        browser.page().check("register");
        browser.submit().page().check("register-refused");
        browser.type("firstName", "𨋢慕容·Ōsaka").type("email", address).submit();
        assertThat(browser.heading()).isEqualTo(tongue.verify);
        browser.page().check("verify-email");

        var mail = Surroundings.mail().awaitTo(address);
        var letter = MailText.of(mail);
        assertThat(letter.html()).contains(tongue.link);
        browser.open(letter.firstLink());
        assertThat(browser.heading()).isEqualTo(tongue.newPassword);
        browser.page().check("new-password");
        browser.type("password-new", PASSWORD)
                .type("password-confirm", PASSWORD)
                .submit();
        assertThat(browser.url()).startsWith(Surroundings.applicationUrl() + "/login/oauth2/code/keycloak?");
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void theErrorPageSaysWhatHappenedInTheLanguageChosen(Tongue tongue) {
        var browser = Browser.fresh().open(new Authorization().url()).language(ownName(tongue));
        browser.open(
                new Authorization().with("redirect_uri", "http://evil.example/").url());

        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo(tongue.html);
        browser.page().check("error");
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aForgottenPasswordIsAskedForByAddress(Tongue tongue) {
        var browser = Browser.fresh().open(asked(tongue));
        browser.open(browser.find(By.cssSelector("main form p a")).getDomProperty("href"));

        browser.page().check("forgotten-password");
    }

    @Test
    void theFirstTabReachesTheSkipLinkAndEveryFocusIsSeen() {
        var browser = Browser.fresh().open(new Authorization().url());

        browser.find(By.tagName("body")).sendKeys(org.openqa.selenium.Keys.TAB);

        var focused = browser.driver().switchTo().activeElement();
        assertThat(focused.getDomAttribute("class")).isEqualTo("skip");
        assertThat(focused.getCssValue("outline-width")).isEqualTo("3px");
    }

    @Test
    void aPersonSignsInWithoutScripts() {
        var browser = Browser.freshWithoutScripts()
                .open(new Authorization().url())
                .signIn(Surroundings.person("li-xiaoming"));

        assertThat(browser.url()).startsWith(Surroundings.applicationUrl() + "/login/oauth2/code/keycloak?");
    }

    @Test
    void fiveWrongPasswordsLockTheAccount() {
        var person = Surroundings.person("zhang-min-private");
        var browser = Browser.fresh().open(new Authorization().url());
        for (var attempt = 0; attempt < 5; attempt++) {
            browser.type("username", person.username())
                    .type("password", "wrong")
                    .submit();
        }

        browser.signIn(person);

        assertThat(browser.text()).contains(Tongue.SIMPLIFIED.refusal);
        assertThat(browser.url()).startsWith(Surroundings.keycloakServer().url());
    }

    private static String asked(Tongue tongue) {
        return new Authorization().with("ui_locales", tongue.asked).url();
    }

    private static String ownName(Tongue tongue) {
        return switch (tongue) {
            case SIMPLIFIED -> "简体中文";
            case TRADITIONAL -> "繁體中文";
            case ENGLISH -> "English";
        };
    }
}
