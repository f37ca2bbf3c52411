package cn.qiaotong.identity;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Keycloak vouches for this person, but the desk cannot let them in; the code names the page that says why. */
public final class SignInRefused extends OAuth2AuthenticationException {

    public static final String SEVERAL_ORGANISATIONS = "several-organisations";
    public static final String DISABLED = "disabled";

    private SignInRefused(String code) {
        super(code);
    }

    static SignInRefused severalOrganisations() {
        return new SignInRefused(SEVERAL_ORGANISATIONS);
    }

    public static SignInRefused disabled() {
        return new SignInRefused(DISABLED);
    }
}
