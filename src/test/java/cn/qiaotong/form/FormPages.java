package cn.qiaotong.form;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Renders the fragments as a page would, without a web application. */
final class FormPages {

    static final Locale SIMPLIFIED = Locale.SIMPLIFIED_CHINESE;
    static final Locale TRADITIONAL = new Locale("zh", "HK");
    static final Locale ENGLISH = Locale.ENGLISH;

    private static final SpringTemplateEngine ENGINE = engine();

    private FormPages() {}

    static Document fields(FormView view, Locale locale) {
        return page(
                "<th:block th:replace=\"~{form/fields :: summary(${view.errors})}\"></th:block>"
                        + "<th:block th:replace=\"~{form/fields :: all(${view})}\"></th:block>",
                view,
                locale);
    }

    static Document answers(AnswersView view, String fragment, Locale locale) {
        return page("<th:block th:replace=\"~{form/answers :: " + fragment + "(${view})}\"></th:block>", view, locale);
    }

    private static Document page(String template, Object view, Locale locale) {
        return Jsoup.parse(ENGINE.process(
                template, new Context(locale, Map.of("view", view, "dates", new Today(FormFixture.TODAY)))));
    }

    /** The dates of a page that is read on this day. */
    record Today(LocalDate today) {}

    private static SpringTemplateEngine engine() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setResolvablePatterns(java.util.Set.of("form/*"));
        files.setOrder(1);
        var strings = new StringTemplateResolver();
        strings.setTemplateMode(TemplateMode.HTML);
        strings.setOrder(2);
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/form");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(strings);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
