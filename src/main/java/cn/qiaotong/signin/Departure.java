package cn.qiaotong.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What the desk asks of Keycloak when it sends somebody there: proof of possession, their language, and which page. */
@Component
class Departure implements OAuth2AuthorizationRequestResolver {

    private static final Map<String, String> PROMPTS = Map.of("create", "create", "again", "login");

    private final DefaultOAuth2AuthorizationRequestResolver plain;
    private final LocaleResolver languages;

    Departure(ClientRegistrationRepository registrations, LocaleResolver languages) {
        this.plain = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        this.plain.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.languages = languages;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return completed(plain.resolve(request), request);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return completed(plain.resolve(request, registration), request);
    }

    /** Keycloak names its pages' languages by country. */
    static String uiLocale(Locale language) {
        if (language.getLanguage().equals("en")) {
            return "en";
        }
        return language.getCountry().equals("CN") ? "zh-CN" : "zh-TW";
    }

    private OAuth2AuthorizationRequest completed(OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        if (asked == null) {
            return null;
        }
        return OAuth2AuthorizationRequest.from(asked)
                .additionalParameters(more -> {
                    more.put("ui_locales", uiLocale(languages.resolveLocale(request)));
                    PROMPTS.forEach((parameter, prompt) -> {
                        if (request.getParameter(parameter) != null) {
                            more.put("prompt", prompt);
                        }
                    });
                })
                .build();
    }
}
