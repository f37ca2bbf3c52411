package cn.qiaotong.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/account",
                "/services/wealth-connect-southbound",
                "/requests/3f0b?page=2&sort=due",
                "/inbox?q=%E4%BE%A8",
                "/documents/a.b-c_d~e",
                "/services?next=/account"
            })
    void letsAPathOfThisSitePass(String path) {
        assertThat(LocalPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "account",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/ /evil.example",
                "http://evil.example",
                "https:evil.example",
                "https:/evil.example",
                "HTTPS://evil.example",
                "//evil.example@127.0.0.1/",
                "@evil.example",
                "evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "/%0d%0aSet-Cookie:a=b",
                "/account\r\nLocation: https://evil.example",
                "/account?x=%0D%0A",
                "/account?x=%00",
                "/%2f%2fevil.example",
                "/%2Fevil.example",
                "/%5cevil.example",
                "/%5Cevil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/a/..//evil.example",
                "/a/../b",
                "/a/./b",
                "/%2e%2e/b",
                "/%252fevil.example",
                "/a;jsessionid=1",
                "/account#//evil.example",
                "/账户",
                "/a%zz",
                "/a%",
                "/\u2028/evil.example",
                "/\u0000",
                "/a\\b",
                "/<script>",
                "/a\"b",
                "/sign-in",
                "/sign-in?to=/account",
                "/sign-out",
                "/register",
                "/oauth2/authorization/keycloak",
                "/login/oauth2/code/keycloak?code=1",
                "/logout/connect/back-channel/keycloak",
                "/error",
                "/signed-out"
            })
    void refusesEverythingElse(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1501, 100_000})
    void refusesAPathLongerThanAnyOfOurs(int length) {
        assertThat(LocalPath.of("/" + "a".repeat(length - 1))).isEmpty();
    }
}
