package cn.qiaotong.signin;

import cn.qiaotong.identity.People;
import cn.qiaotong.identity.SignIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Takes what Keycloak vouches for into our own table, and hands on nothing but the subject. Roles and organisation stand in
 * the signed token; name and address are fetched and not carried about.
 */
@Component
class Vouching implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final int LONGEST_NAME = 200;

    private final OidcUserService userInfo = new OidcUserService();
    private final People people;
    private final LocaleResolver languages;

    Vouching(DefaultOAuth2UserService calls, People people, LocaleResolver languages) {
        userInfo.setOauth2UserService(calls);
        userInfo.setRetrieveUserInfo(request -> true);
        this.people = people;
        this.languages = languages;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = userInfo.loadUser(request);
        var token = request.getIdToken();
        people.signedIn(SignIn.of(
                token.getSubject(),
                name(user),
                Optional.ofNullable(user.getEmail()).filter(StringUtils::hasText),
                list(token, "roles"),
                list(token, "organisations"),
                language()));
        return lean(token);
    }

    private static OidcUser lean(OidcIdToken token) {
        Map<String, Object> subject = Map.of(IdTokenClaimNames.SUB, token.getSubject());
        return new DefaultOidcUser(
                List.of(new SimpleGrantedAuthority("SIGNED_IN")),
                new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), subject));
    }

    private static String name(OidcUser user) {
        var given = Optional.ofNullable(user.getFullName())
                .filter(StringUtils::hasText)
                .orElseGet(user::getPreferredUsername);
        var plain = Optional.ofNullable(given)
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return plain.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> list(OidcIdToken token, String claim) {
        return Optional.ofNullable(token.getClaimAsStringList(claim)).orElse(List.of());
    }

    private Optional<Locale> language() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(current -> languages.resolveLocale(((ServletRequestAttributes) current).getRequest()));
    }
}
