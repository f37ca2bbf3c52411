package cn.qiaotong.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The services with one more page in the first one's form, which asks for a list of vouchers. */
final class VoucherFolder {

    private static final String PAGE =
            """
            {"type": "group", "id": "vouchers_page", "label": "凭证", "components": [
              {"type": "dynamiclist", "id": "vouchers", "path": "vouchers", "label": "付款凭证", "properties": {"maxItems": "60"}, "components": [
                {"type": "datetime", "id": "paid_on", "key": "paid_on", "dateLabel": "付款日期", "subtype": "date", "validate": {"required": true}, "properties": {"dateMax": "today"}},
                {"type": "number", "id": "voucher_amount", "key": "voucher_amount", "label": "付款金额", "decimalDigits": 2, "validate": {"required": true, "min": 0.01}},
                {"type": "select", "id": "voucher_currency", "key": "voucher_currency", "label": "币种", "values": [{"value": "CNY", "label": "人民币"}, {"value": "HKD", "label": "港元"}], "validate": {"required": true}},
                {"type": "textfield", "id": "voucher_number", "key": "voucher_number", "label": "凭证号码", "validate": {"maxLength": 20}},
                {"type": "checkbox", "id": "voucher_copy", "key": "voucher_copy", "label": "有副本"}
              ]}
            ]}""";

    private static final String[][] WORDS = {
        {"vouchers_page.label", "凭证", "憑證", "Vouchers"},
        {"vouchers.label", "付款凭证", "付款憑證", "Payment vouchers"},
        {"paid_on.label", "付款日期", "付款日期", "Date of payment"},
        {"voucher_amount.label", "付款金额", "付款金額", "Amount paid"},
        {"voucher_currency.label", "币种", "貨幣", "Currency"},
        {"voucher_currency.option.CNY", "人民币", "人民幣", "Renminbi"},
        {"voucher_currency.option.HKD", "港元", "港元", "Hong Kong dollar"},
        {"voucher_number.label", "凭证号码", "憑證號碼", "Voucher number"},
        {"voucher_copy.label", "有副本", "有副本", "There is a copy"}
    };

    private VoucherFolder() {}

    /** Writes the folders below this one; the address to read services from. */
    static String below(Path root) {
        try (var files = Files.walk(Path.of("bpmn"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = root.resolve(Path.of("bpmn").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            var folder = root.resolve(PortalFixture.SERVICE);
            ask(folder.resolve("apply.form"));
            word(folder);
            return root.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ask(Path file) throws IOException {
        var json = new ObjectMapper();
        var form = (ObjectNode) json.readTree(file.toFile());
        ((ArrayNode) form.get("components")).insert(0, json.readTree(PAGE));
        json.writeValue(file.toFile(), form);
    }

    private static void word(Path folder) throws IOException {
        for (var word : WORDS) {
            append(folder.resolve("messages.properties"), "\n%s=%s\n".formatted(word[0], word[1]));
            append(
                    folder.resolve("messages_zh_HK.properties"),
                    "\n#: %s\n%s=%s\n".formatted(mark(word[1]), word[0], word[2]));
            append(
                    folder.resolve("messages_en.properties"),
                    "\n#: %s\n%s=%s\n".formatted(mark(word[1]), word[0], word[3]));
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static String mark(String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
