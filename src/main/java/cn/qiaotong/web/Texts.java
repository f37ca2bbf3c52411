package cn.qiaotong.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * The texts of every module, found by lying in {@code messages/}. Simplified Chinese is the base; the machine's own locale
 * never decides what a reader sees.
 */
@Configuration(proxyBeanMethods = false)
class Texts {

    private static final Pattern BASE = Pattern.compile("([a-z-]+)\\.properties");

    @Bean
    static MessageSource messageSource() throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(baseNames());
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /** Gives every view, an error's too, the shell around it and the dates in its language, and every redirect after a form 303. */
    @Autowired
    void shareWithViews(ThymeleafViewResolver views, Shell shell, Dates dates) {
        views.addStaticVariable("shell", shell);
        views.addStaticVariable("dates", dates);
        views.setRedirectHttp10Compatible(false);
    }

    private static String[] baseNames() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(BASE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(name -> "messages/" + name.group(1))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
