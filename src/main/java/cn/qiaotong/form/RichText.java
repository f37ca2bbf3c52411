package cn.qiaotong.form;

import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** The texts and pieces of HTML a form holds, made safe to show; headings begin below the page's own. */
final class RichText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final PolicyFactory POLICY =
            Sanitizers.BLOCKS.and(Sanitizers.FORMATTING).and(Sanitizers.LINKS).and(Sanitizers.TABLES);

    private RichText() {}

    static String markdown(String text) {
        var document = PARSER.parse(text);
        var headings = new Headings();
        document.accept(headings);
        headings.shift(document);
        return RENDERER.render(document);
    }

    static String html(String content) {
        var safe = POLICY.sanitize(content);
        var highest = IntStream.rangeClosed(1, 6)
                .filter(level -> safe.contains("<h" + level + ">"))
                .findFirst()
                .orElse(2);
        var shifted = safe;
        var order = highest < 2 ? List.of(6, 5, 4, 3, 2, 1) : List.of(1, 2, 3, 4, 5, 6);
        for (var level : order) {
            var below = Math.min(6, level + 2 - highest);
            shifted = shifted.replace("<h" + level + ">", "<h" + below + ">")
                    .replace("</h" + level + ">", "</h" + below + ">");
        }
        return shifted;
    }

    private static final class Headings extends AbstractVisitor {

        private int highest = 6;
        private int shift;

        @Override
        public void visit(Heading heading) {
            highest = Math.min(highest, heading.getLevel());
            heading.setLevel(Math.min(6, heading.getLevel() + shift));
        }

        void shift(Node document) {
            shift = 2 - highest;
            document.accept(this);
        }
    }
}
