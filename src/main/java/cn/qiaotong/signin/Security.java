package cn.qiaotong.signin;

import static org.springframework.http.HttpMethod.POST;

import cn.qiaotong.web.Site;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The one filter chain. It denies what the table of addresses does not admit, asks every form for a token of its own, and
 * knows no way in but Keycloak.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Keycloak.class)
class Security {

    @Bean
    SecurityFilterChain pages(HttpSecurity http, Site site, Gate gate, SessionContexts contexts, SignInSteps signIn)
            throws Exception {
        return http.headers(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(Access::decide))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(gate).accessDeniedHandler(gate))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(site))
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(POST, BackChannelController.PATH)))
                .addFilterBefore(new UploadGate(gate, signIn.marks()), CsrfFilter.class)
                .oauth2Login(login -> login.loginPage("/sign-in")
                        .authorizationEndpoint(to -> to.authorizationRequestResolver(signIn.departure())
                                .authorizationRequestRepository(new HttpSessionOAuth2AuthorizationRequestRepository()))
                        .authorizedClientRepository(new NoTokensKept())
                        .userInfoEndpoint(user -> user.oidcUserService(signIn.vouching()))
                        .successHandler(signIn.arrival())
                        .failureHandler(signIn.arrival()))
                .logout(out -> out.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(POST, SignOut.PATH))
                        .logoutSuccessHandler(signIn.signOut()))
                .build();
    }

    /** In a cookie bound to the host, so that reading a public page needs no session. */
    private static CookieCsrfTokenRepository tokens(Site site) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(site.cookieName("csrf"));
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(site.secure()).httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
