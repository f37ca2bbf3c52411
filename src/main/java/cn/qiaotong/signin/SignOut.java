package cn.qiaotong.signin;

import cn.qiaotong.identity.People;
import cn.qiaotong.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Goes on to end the session at Keycloak too, once ours is gone; without Keycloak, ours being gone has to do. */
@Component
class SignOut implements LogoutSuccessHandler {

    static final String PATH = "/sign-out";
    private static final String AFTERWARDS = "/signed-out";

    private final People people;
    private final Keycloak keycloak;
    private final Availability availability;
    private final Site site;
    private final LocaleResolver languages;

    SignOut(People people, Keycloak keycloak, Availability availability, Site site, LocaleResolver languages) {
        this.people = people;
        this.keycloak = keycloak;
        this.availability = availability;
        this.site = site;
        this.languages = languages;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (!(authentication instanceof SignedInPerson signedIn)) {
            Gate.redirect(response, AFTERWARDS);
            return;
        }
        people.signedOut(signedIn.getPrincipal());
        Gate.redirect(response, availability.now() ? atKeycloak(request, signedIn) : AFTERWARDS);
    }

    private String atKeycloak(HttpServletRequest request, SignedInPerson signedIn) {
        return UriComponentsBuilder.fromUriString(keycloak.endpoint("logout"))
                .queryParam("client_id", "{client}")
                .queryParam("id_token_hint", "{hint}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .queryParam("ui_locales", "{language}")
                .encode()
                .buildAndExpand(
                        keycloak.clientId(),
                        signedIn.getCredentials(),
                        site.at(AFTERWARDS),
                        Departure.uiLocale(languages.resolveLocale(request)))
                .toUriString();
    }
}
