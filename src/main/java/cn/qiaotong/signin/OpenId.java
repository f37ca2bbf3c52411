package cn.qiaotong.signin;

import cn.qiaotong.web.Site;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the desk talks to Keycloak: every call with a time limit, and no token believed but one that it signed for us. */
@Configuration(proxyBeanMethods = false)
class OpenId {

    private final ClientHttpRequestFactory requests = ClientHttpRequestFactoryBuilder.jdk()
            .build(ClientHttpRequestFactorySettings.defaults()
                    .withConnectTimeout(Duration.ofSeconds(1))
                    .withReadTimeout(Duration.ofSeconds(3)));

    @Bean
    ClientRegistrationRepository clientRegistrationRepository(Keycloak keycloak, Site site) {
        return new InMemoryClientRegistrationRepository(keycloak.registration(site));
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    @Bean
    DefaultOAuth2UserService userInfo() {
        var service = new DefaultOAuth2UserService();
        var rest = new RestTemplate(requests);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        service.setRestOperations(rest);
        return service;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        return oncePerRegistration(registration -> {
            var decoder = decoder(registration, true);
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        });
    }

    /** Reads the tokens by which Keycloak says that it has ended a session; their type is not that of other tokens. */
    @Bean
    JwtDecoder logoutTokens(ClientRegistrationRepository registrations, OAuth2TokenValidator<Jwt> logoutTokenRules) {
        var decoder = decoder(registrations.findByRegistrationId(Keycloak.REGISTRATION), false);
        decoder.setJwtValidator(logoutTokenRules);
        return decoder;
    }

    private NimbusJwtDecoder decoder(ClientRegistration registration, boolean checksType) {
        return NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(checksType)
                .restOperations(new RestTemplate(requests))
                .build();
    }

    private static JwtDecoderFactory<ClientRegistration> oncePerRegistration(
            Function<ClientRegistration, JwtDecoder> made) {
        var decoders = new java.util.concurrent.ConcurrentHashMap<String, JwtDecoder>();
        return registration ->
                decoders.computeIfAbsent(registration.getRegistrationId(), id -> made.apply(registration));
    }
}
