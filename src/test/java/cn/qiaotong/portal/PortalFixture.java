package cn.qiaotong.portal;

import cn.qiaotong.Acts;
import cn.qiaotong.Southbound;
import cn.qiaotong.identity.Person;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** An applicant with everything that the first service asks for, and the way there page by page. */
final class PortalFixture {

    static final String SERVICE = Southbound.SERVICE;

    /** By page, in the order of the form; a key that ends in {@code .file} is a file. */
    static final Map<String, Map<String, String>> PAGES = pages();

    private PortalFixture() {}

    static Map<String, String> answers() {
        var all = new LinkedHashMap<String, String>();
        PAGES.values().forEach(page -> page.forEach((key, value) -> all.put(key.replace(".file", ""), value)));
        return all;
    }

    static Person somebody(BeanFactory beans) {
        return Acts.with(beans).applicant("applicant-" + UUID.randomUUID());
    }

    static Visitor visitor(MockMvc mvc, BeanFactory beans, String language) {
        return new Visitor(mvc, somebody(beans), language);
    }

    static MockMultipartFile pdf(String name) {
        var content = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n%" + UUID.randomUUID();
        return new MockMultipartFile("file", name, "application/pdf", content.getBytes(StandardCharsets.US_ASCII));
    }

    /** Begins a draft; its task list is open. */
    static String begin(Visitor visitor) {
        visitor.get("/services/" + SERVICE).press("form[action$=drafts] button", Map.of());
        return visitor.at.substring("/drafts/".length());
    }

    /** Fills every page; the page to check the answers on is open. */
    static String fill(Visitor visitor) {
        var id = begin(visitor);
        visitor.get(visitor.address(".task-list a"));
        PAGES.forEach((page, answers) -> answer(visitor, answers));
        return id;
    }

    static void answer(Visitor visitor, Map<String, String> answers) {
        var texts = new LinkedHashMap<String, String>();
        answers.forEach((key, value) -> {
            if (key.endsWith(".file")) {
                var field = key.substring(0, key.length() - ".file".length());
                visitor.press("button[name=form.upload][value=%s]".formatted(field), Map.of(key, pdf(value)));
            } else {
                texts.put(key, value);
            }
        });
        visitor.send(texts);
    }

    /** Submits a filled draft with every consent; the receipt is open. */
    static Visitor submit(Visitor visitor) {
        visitor.get(visitor.address("main .buttons a"));
        var values = Visitor.values(visitor.form(null));
        visitor.page.select("input[name=purpose]").forEach(tick -> values.add("purpose", tick.attr("value")));
        return visitor.post(
                visitor.form(null).attr("action"), values, new org.springframework.util.LinkedMultiValueMap<>());
    }

    private static Map<String, Map<String, String>> pages() {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("applicant", typed("full_name", "category", "full_capacity", "phone"));
        pages.put("document", typed("id_card_number"));
        pages.put("tie", typed("hukou_gba", "tie_city", "tie_years"));
        pages.put("means", typed("experience_years", "wealth_basis"));
        pages.put("amounts", typed("net_assets", "household_consent"));
        pages.put("channel", typed("single_name", "other_bank", "branch", "own_funds"));
        pages.put(
                "papers",
                Map.of("identity_paper.file", "身份证.pdf", "tie_paper.file", "户口簿.pdf", "means_paper.file", "资产.pdf"));
        return pages;
    }

    /** The ordinary answers, written as people write them. */
    private static Map<String, String> typed(String... fields) {
        var answers = Southbound.answers();
        answers.put("full_name", "陈𨋢文");
        answers.put("phone", "138 0013 8000");
        answers.put("net_assets", "1,500,000");
        answers.keySet().retainAll(List.of(fields));
        return Map.copyOf(answers);
    }
}
