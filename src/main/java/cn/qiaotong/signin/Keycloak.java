package cn.qiaotong.signin;

import cn.qiaotong.web.Site;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;

/**
 * Where Keycloak is and how the desk introduces itself there. The endpoints are written down and not discovered, so that
 * the desk starts, and goes on serving whoever is signed in, while Keycloak is away.
 */
@ConfigurationProperties("qiaotong.keycloak")
record Keycloak(
        @DefaultValue("http://127.0.0.1:8180") URI url,
        @DefaultValue("qiaotong") String realm,
        @DefaultValue("qiaotong") String clientId,
        @DefaultValue("") String clientSecret) {

    static final String REGISTRATION = "keycloak";

    String issuer() {
        return "%s/realms/%s".formatted(url.toString().replaceAll("/+$", ""), realm);
    }

    String endpoint(String name) {
        return issuer() + "/protocol/openid-connect/" + name;
    }

    String discovery() {
        return issuer() + "/.well-known/openid-configuration";
    }

    String origin() {
        return "%s://%s".formatted(url.getScheme(), url.getRawAuthority());
    }

    ClientRegistration registration(Site site) {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .redirectUri(site.at("/login/oauth2/code/" + REGISTRATION).toString())
                .scope("openid", "profile", "email")
                .issuerUri(issuer())
                .authorizationUri(endpoint("auth"))
                .tokenUri(endpoint("token"))
                .jwkSetUri(endpoint("certs"))
                .userInfoUri(endpoint("userinfo"))
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }

    /** Never with the secret. */
    @Override
    public String toString() {
        return "Keycloak[" + issuer() + "]";
    }
}
