package cn.qiaotong.job;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.job.Unreadable.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads separated values as the programs in use here write them: with or without a mark of their encoding, in UTF or GB 18030. */
final class CsvReader {

    private static final Pattern FORMULA =
            Pattern.compile("\\A\\s*([=\\uFF1D]|[+@\\uFF0B\\uFF20-](?![\\d\\s.,()-]*\\z))");
    private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0B\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private int number = 1;
    private boolean quoted;

    private CsvReader(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static Tab tab(byte[] content) {
        var text = decoded(content);
        if (BINARY.matcher(text).find() || text.stripLeading().startsWith("<")) {
            throw new Refusing(Reason.KIND);
        }
        return new Tab("", new CsvReader(text).read());
    }

    private List<Line> read() {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quoted) {
                var twice = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
                quoted = c != '"' || twice;
                at += twice ? 1 : 0;
                append(c, quoted);
            } else if (c == '"' && value.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                endCell();
            } else if (c == '\n') {
                endLine();
            } else {
                append(c, c != '\r');
            }
        }
        endLine();
        return lines;
    }

    private void append(char c, boolean belongs) {
        if (belongs) {
            value.append(c);
        }
    }

    private void endCell() {
        var written = value.toString();
        var place = Line.column(cells.size()) + number;
        if (FORMULA.matcher(written).find()) {
            throw new Refusing(new Unreadable(Reason.FORMULA, "", place));
        }
        if (cells.size() < Spreadsheets.MOST_COLUMNS) {
            cells.add(new Cell.Text(isGuarded(written) ? written.substring(1) : written));
        }
        value.setLength(0);
    }

    /** Whether the writer of separated values put the apostrophe that it begins with. */
    private static boolean isGuarded(String written) {
        return written.startsWith("'") && CsvWriter.DANGEROUS.matcher(written).find();
    }

    private void endLine() {
        endCell();
        if (!cells.stream().allMatch(Cell::blank)) {
            lines.add(new Line(number, cells));
        }
        if (lines.size() > Spreadsheets.MOST_ROWS) {
            throw new Refusing(Reason.ROWS);
        }
        cells.clear();
        number++;
    }

    private static char separator(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(
                        each -> first.chars().filter(c -> c == each).count()))
                .orElseThrow();
    }

    private static String decoded(byte[] content) {
        var text = content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                ? decoded(content, UTF_16LE)
                : content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF
                        ? decoded(content, UTF_16BE)
                        : decoded(content, UTF_8).or(() -> decoded(content, Charset.forName("GB18030")));
        return text.map(each -> each.startsWith("\uFEFF") ? each.substring(1) : each)
                .orElseThrow(() -> new Refusing(Reason.KIND));
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }
}
