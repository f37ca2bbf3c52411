package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The desk sells nothing: no text of it speaks of gains or recommends a product, and no form asks for the name of a fund, so
 * that no page can show one (a fund may not be offered to the public).
 */
class PromotionTests {

    private static final Pattern PRAISE = Pattern.compile(
            "收益|回报|回報|推荐|推薦|推介|保本|稳赚|穩賺|高息|(?i)\\b(yields?|returns? (on|of up)|recommend\\w*|guaranteed (return|gain)\\w*|risk-free)\\b");
    /** A sentence that denies or warns praises nothing, and a right to a company's returns is a term of the law on owners. */
    private static final Pattern DENIED = Pattern.compile(
            "不|没有|沒有|勿|骗|騙|谨防|慎防|是否|(?i)\\b(no|not|nothing|never|nobody|whether|fraud|beware|promised)\\b");

    private static final Pattern RIGHT = Pattern.compile("收益[权權]");
    private static final Pattern SENTENCE = Pattern.compile("[。；;\\n]|\\.\\s");
    private static final Pattern FUND = Pattern.compile(
            "(?im)^[^#\\n]*(fund_name|fund_title)[^\\n]*|^\\S+\\.label=[^\\n]*(基金名称|基金名稱|name of (the|a) fund)$");

    @Test
    void noTextPraisesAProduct() {
        assertThat(Stream.of(Path.of("bpmn"), Path.of("src/main/resources/messages"))
                        .flatMap(PromotionTests::files)
                        .flatMap(file -> praised(text(file)).stream().map(word -> file + ": " + word)))
                .isEmpty();
        assertThat(praised("a=承诺高收益的多是骗局\nb=本通道不推荐产品。c=年度收益权\nd=The desk recommends nothing"))
                .isEmpty();
        assertThat(praised("a=不收费。本产品收益稳定\nb=It is free. We recommend it")).containsExactly("收益", "recommend");
        assertThat(praised("a=预期收益\nb=預期回報\nc=Expected yield\nd=We recommend it\ne=受益所有人\nf=return to reviewer"))
                .containsExactly("收益", "回報", "yield", "recommend");
    }

    @Test
    void noFormAsksForTheNameOfAFund() {
        assertThat(found(FUND, Path.of("bpmn"))).isEmpty();
        assertThat(in(FUND, "x.label=基金名称\ny.label=Name of the fund\nfund_name.label=Which\nz.text=不填基金名称"))
                .hasSize(3);
    }

    private static List<String> praised(String text) {
        return SENTENCE.splitAsStream(text)
                .map(sentence -> RIGHT.matcher(sentence).replaceAll(""))
                .filter(sentence -> !DENIED.matcher(sentence).find())
                .flatMap(sentence -> in(PRAISE, sentence).stream())
                .toList();
    }

    private static List<String> found(Pattern pattern, Path... folders) {
        return Stream.of(folders)
                .flatMap(PromotionTests::files)
                .flatMap(file -> in(pattern, text(file)).stream().map(word -> file + ": " + word))
                .toList();
    }

    private static List<String> in(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().matches(".*(\\.properties|policies\\.yaml)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
