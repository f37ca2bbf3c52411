package cn.qiaotong.signin;

import cn.qiaotong.web.Site;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.jackson2.SecurityJackson2Modules;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Sessions in the database, written as JSON of a closed list of types: no Java serialization, so that a row somebody
 * wrote there cannot become code, and a release can read what the one before it wrote.
 */
@Configuration(proxyBeanMethods = false)
class Sessions {

    @Bean
    GenericConversionService springSessionConversionService() {
        var mapper =
                new ObjectMapper().registerModules(SecurityJackson2Modules.getModules(Sessions.class.getClassLoader()));
        var conversion = new GenericConversionService();
        conversion.addConverter(
                Object.class, byte[].class, new SerializingConverter((object, stream) -> mapper.writerFor(Object.class)
                        .writeValue(stream, object)));
        conversion.addConverter(byte[].class, Object.class, new DeserializingConverter(stream -> read(mapper, stream)));
        return conversion;
    }

    @Bean
    CookieSerializer cookieSerializer(Site site) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(site.cookieName("session"));
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(site.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    private static Object read(ObjectMapper mapper, java.io.InputStream stream) throws IOException {
        return mapper.readValue(stream, Object.class);
    }
}
