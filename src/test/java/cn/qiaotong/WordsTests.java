package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Refuses words that are wrong for whoever reads them: what calls a region a country, what makes Hong Kong and Macao residents
 * overseas Chinese, what one script or one place writes in a text of the other, and shouting.
 */
class WordsTests {

    private static final List<String> BUNDLES = List.of("src/main/resources/messages", "bpmn", "realm/theme");

    /** What is of the state and no country that a person or a company is from. */
    private static final String OF_THE_STATE = String.join(
            "|",
            "外[汇匯]管理局",
            "金融[监監]督管理[总總]局",
            "移民管理局",
            "[税稅][务務][总總]局",
            "市[场場][监監]督管理[总總]局",
            "[发發]展和?改革委",
            "[统統][计計]局",
            "企[业業]信用信息公示系[统統]",
            "[规規]定",
            "法律",
            "机[关關]|機關",
            "秘密",
            "高新技[术術]");

    /** Simplified characters that Big5 has, too, as rare words that these texts never mean. */
    private static final String SIMPLIFIED_IN_BIG5 = "[后价个体万号担据机种筑网胜术灵党无叶礼听么几与]";

    /** What is written in the Mainland and not in Hong Kong, whose own word stands behind it. */
    private static final List<String> OF_THE_MAINLAND = List.of(
            "帳[戶户]", // 賬戶
            "(?<!原)材料", // 文件
            "[複復]核", // 覆核
            "轉辦", // 轉交
            "[請回]補正|補正(通知|材料|文件)", // 補交文件
            "自然日", // 曆日
            "演示", // 示範
            "澳門幣", // 澳門元
            "AB角", // 替任人員
            "聯繫(我們|電話|人|方式|地址|[^的]{0,6}(辦公室|客服))|請聯繫", // 聯絡
            "短信", // 短訊
            "登錄", // 登入
            "鏈接", // 連結
            "點擊", // 按
            "視頻", // 影片
            "默認|缺省", // 預設
            "郵箱", // 電郵
            "在線", // 網上
            "掃碼", // 掃描
            "界面", // 介面
            "信息(?!公示)", // 資料
            "軟體|網路|資訊工程", // 軟件、網絡
            "咨詢", // 諮詢
            "公佈", // 公布
            "裡", // 裏
            "爲|啓|羣"); // 為、啟、群

    private enum Language {
        SIMPLIFIED,
        TRADITIONAL,
        ENGLISH
    }

    private record Text(String file, Language language, String key, String words) {

        static Text simplified(String words) {
            return new Text("", Language.SIMPLIFIED, "a.text", words);
        }

        static Text traditional(String words) {
            return new Text("", Language.TRADITIONAL, "a.text", words);
        }

        static Text english(String words) {
            return new Text("", Language.ENGLISH, "a.text", words);
        }

        /** The words of a choice between places. */
        Text chosen() {
            return new Text(file, language, "a.option.b", words);
        }

        boolean isIn(Language other) {
            return language == other;
        }

        boolean isChoice() {
            return key.contains(".option.") || key.contains(".region.");
        }

        boolean has(String pattern) {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                    .matcher(words)
                    .find();
        }
    }

    private enum Guard {
        A_COUNTRY_OR_REGION(
                text -> text.has("国家(?!/地区|%s)".formatted(OF_THE_STATE))
                        || text.has("國家(?!／地區|%s)".formatted(OF_THE_STATE)),
                List.of(
                        Text.simplified("您居住的国家"),
                        Text.simplified("国家或地区"),
                        Text.traditional("您居住的國家"),
                        Text.traditional("國家/地區")),
                List.of(
                        Text.simplified("国家/地区代码"),
                        Text.simplified("由国家外汇管理局办理"),
                        Text.simplified("国家金融监督管理总局"),
                        Text.traditional("國家／地區代碼"),
                        Text.traditional("國家移民管理局"),
                        Text.traditional("國家金融監督管理總局"))),
        A_REGION_IS_OF_CHINA(
                text -> text.isChoice() && isBareRegion(text.words),
                List.of(
                        Text.simplified("香港").chosen(),
                        Text.simplified("澳门特别行政区").chosen(),
                        Text.simplified("香港、澳门").chosen(),
                        Text.simplified("香港或澳门").chosen(),
                        Text.simplified("台湾地区").chosen(),
                        Text.traditional("澳門").chosen(),
                        Text.traditional("台灣").chosen(),
                        Text.english("Hong Kong").chosen(),
                        Text.english("Hong Kong SAR").chosen(),
                        Text.english("Hong Kong or Macao").chosen()),
                List.of(
                        Text.simplified("中国香港").chosen(),
                        Text.traditional("中國澳門").chosen(),
                        Text.english("Macao, China").chosen(),
                        Text.simplified("香港居民").chosen(),
                        Text.simplified("香港"))),
        NO_OVERSEAS_CHINESE_IN_HONG_KONG(
                text -> text.has("(港澳|香港|澳[门門])的?[华華][侨僑]|[华華][侨僑]\\s*[（(]\\s*(含|包括)[^）)]*[港澳]")
                        || text.has("overseas chinese\\s*(of|from|in|\\(incl\\w*)\\s*(hong kong|maca[ou])")
                        || text.has("(hong kong|maca[ou])('s)? overseas chinese"),
                List.of(
                        Text.simplified("港澳华侨可以申请"),
                        Text.simplified("华侨（含港澳居民）"),
                        Text.traditional("澳門華僑"),
                        Text.english("overseas Chinese in Hong Kong"),
                        Text.english("Overseas Chinese (including Hong Kong residents)"),
                        Text.english("Macao overseas Chinese")),
                List.of(
                        Text.simplified("华侨、港澳居民"),
                        Text.traditional("華僑、外籍華人、港澳投資者"),
                        Text.english("Overseas Chinese, Hong Kong and Macao residents"))),
        NO_GREEN_CHANNEL(
                text -> text.has("green[ -]?channel"),
                List.of(Text.english("the Green Channel"), Text.english("a green-channel desk")),
                List.of(Text.english("the fast-track desk (绿色通道)"))),
        ONE_SCRIPT(
                text -> text.isIn(Language.TRADITIONAL) && !isTraditional(text.words)
                        || text.isIn(Language.SIMPLIFIED) && !isSimplified(text.words),
                List.of(
                        Text.traditional("请填寫"),
                        Text.traditional("提交后不能更改"),
                        Text.traditional("贵公司的账戶"),
                        Text.simplified("請填写"),
                        Text.simplified("您的賬户")),
                List.of(
                        Text.traditional("這裏的賬戶，毋須填寫（简体）"),
                        Text.traditional("皇后大道"),
                        Text.traditional("衞生"),
                        Text.simplified("繁體中文"))),
        WORDS_OF_HONG_KONG(
                text -> text.isIn(Language.TRADITIONAL)
                        && OF_THE_MAINLAND.stream().anyMatch(text::has),
                List.of(
                        Text.traditional("銀行帳戶"),
                        Text.traditional("請補交材料"),
                        Text.traditional("由另一人復核"),
                        Text.traditional("複核意見"),
                        Text.traditional("10個自然日"),
                        Text.traditional("演示數據"),
                        Text.traditional("如有疑問請聯繫本辦"),
                        Text.traditional("聯繫電話"),
                        Text.traditional("請登錄"),
                        Text.traditional("澳門幣")),
                List.of(
                        Text.traditional("購買原材料"),
                        Text.traditional("與內地九市的聯繫"),
                        Text.traditional("國家企業信用信息公示系統"),
                        Text.simplified("请补交材料"))),
        NOBODY_SHOUTS(
                text -> text.has("[!！]"),
                List.of(Text.simplified("提交成功！"), Text.traditional("已提交!"), Text.english("Done!")),
                List.of(Text.english("Done.")));

        private final Predicate<Text> refuses;
        private final List<Text> offenders;
        private final List<Text> harmless;

        Guard(Predicate<Text> refuses, List<Text> offenders, List<Text> harmless) {
            this.refuses = refuses;
            this.offenders = offenders;
            this.harmless = harmless;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds(Guard guard) {
        assertThat(texts().filter(guard.refuses))
                .as("%s: mend each; what is refused stands at the head of WordsTests", guard)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesItsOffendersAndNothingElse(Guard guard) {
        assertThat(guard.offenders).isNotEmpty().allMatch(guard.refuses);
        assertThat(guard.harmless).isNotEmpty().noneMatch(guard.refuses);
    }

    @Test
    void looksAtTextsOfEveryKindInEveryLanguage() {
        assertThat(texts().filter(text -> text.isIn(Language.ENGLISH))).hasSizeGreaterThan(500);
        assertThat(texts().filter(text -> text.isIn(Language.TRADITIONAL))).hasSizeGreaterThan(500);
        assertThat(texts().filter(Text::isChoice)).hasSizeGreaterThan(100);
        assertThat(texts().map(text -> text.file.replaceAll(".*\\.", "")))
                .contains("properties", "form", "yaml", "html");
        assertThat(components("{\"components\": [{\"key\": \"a\", \"values\": [{\"label\": \"香港\"}]}]}"))
                .containsExactly(new Text("x.form", Language.SIMPLIFIED, "values.option.label", "香港"));
        assertThat(rows("rows: [{key: a, texts: {zh-Hant: 甲, en: A}}]"))
                .containsExactly(
                        new Text("x.yaml", Language.TRADITIONAL, "a", "甲"),
                        new Text("x.yaml", Language.ENGLISH, "a", "A"));
    }

    private static boolean isBareRegion(String words) {
        var region = "(香港|澳[门門]|台[湾灣]|Hong Kong|Maca[ou]|Taiwan)(特[别別]行政[区區]|地[区區]| SAR| \\(SAR\\))?";
        return words.strip().matches(region + "(\\s*(、|/|／|,|或|和|及|與|与|or|and)\\s*" + region + ")*");
    }

    private static boolean isTraditional(String words) {
        var others = words.replaceAll("简体|[衞裏]|皇后", "");
        return isWritten(others, "Big5")
                && !Pattern.compile(SIMPLIFIED_IN_BIG5).matcher(others).find();
    }

    private static boolean isSimplified(String words) {
        return isWritten(words.replace("繁體", ""), "GB2312");
    }

    /** Whether every Chinese character of it is one that this encoding of one script has. */
    private static boolean isWritten(String words, String encoding) {
        return Charset.forName(encoding)
                .newEncoder()
                .canEncode(words.replaceAll("[^\\p{IsHan}]|[\\x{20000}-\\x{3FFFF}]", ""));
    }

    private static Stream<Text> texts() {
        var bundles = BUNDLES.stream()
                .flatMap(folder -> files(Path.of(folder), ".properties"))
                .flatMap(WordsTests::entries);
        var forms = files(Path.of("bpmn"), ".form").flatMap(file -> components(file.toString(), read(file)));
        var rows = files(Path.of("bpmn"), "policies.yaml").flatMap(file -> rows(file.toString(), read(file)));
        var pages = files(Path.of("src/main/resources/templates"), ".html")
                .map(file -> new Text(file.toString(), Language.ENGLISH, "", page(read(file))));
        return Stream.of(bundles, forms, rows, pages).flatMap(kind -> kind);
    }

    /** What a page says by itself, without its comments, elements and expressions. */
    private static String page(String html) {
        return html.replaceAll("(?s)<!--.*?-->|\\[\\[.*?]]|<[!a-zA-Z/](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", " ");
    }

    private static Stream<Text> entries(Path file) {
        var name = file.getFileName().toString();
        var language = name.matches(".*_zh_(HK|Hant)\\.properties")
                ? Language.TRADITIONAL
                : name.endsWith("_en.properties") ? Language.ENGLISH : Language.SIMPLIFIED;
        var entries = new Properties();
        try {
            entries.load(new StringReader(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries.stringPropertyNames().stream()
                .sorted()
                .map(key -> new Text(file.toString(), language, key, entries.getProperty(key)));
    }

    private static Stream<Text> components(String form) {
        return components("x.form", form);
    }

    private static Stream<Text> components(String file, String form) {
        try {
            var root = new ObjectMapper().readTree(form);
            return StreamSupport.stream(root.findParents("label").spliterator(), false)
                    .map(node -> new Text(
                            file,
                            Language.SIMPLIFIED,
                            node.has("type") ? "label" : "values.option.label",
                            node.path("label").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Text> rows(String yaml) {
        return rows("x.yaml", yaml);
    }

    private static Stream<Text> rows(String file, String yaml) {
        Map<String, Object> content = new Yaml().load(yaml);
        return ((List<?>) content.get("rows"))
                .stream().map(row -> (Map<?, ?>) row).flatMap(row -> texts(file, row));
    }

    private static Stream<Text> texts(String file, Map<?, ?> row) {
        return row.get("texts") instanceof Map<?, ?> texts
                ? texts.entrySet().stream()
                        .map(text -> new Text(
                                file,
                                switch (String.valueOf(text.getKey())) {
                                    case "zh-Hant" -> Language.TRADITIONAL;
                                    case "en" -> Language.ENGLISH;
                                    default -> Language.SIMPLIFIED;
                                },
                                String.valueOf(row.get("key")),
                                String.valueOf(text.getValue())))
                : Stream.empty();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.endsWith("theme.properties"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
