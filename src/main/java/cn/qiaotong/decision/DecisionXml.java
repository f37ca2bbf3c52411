package cn.qiaotong.decision;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A decision file as XML, read without document types and external entities. */
record DecisionXml(Element element) {

    static DecisionXml parse(String resource, byte[] dmn) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new DecisionXml(builder.parse(new ByteArrayInputStream(dmn)).getDocumentElement());
        } catch (SAXParseException e) {
            throw e.getMessage().contains("DOCTYPE")
                    ? new DecisionInvalid(resource, "DOCTYPE", "a document type is not allowed; remove it.")
                    : new DecisionInvalid(resource, "line " + e.getLineNumber(), "it is not XML; correct the file.");
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<Element> all() {
        return Stream.concat(Stream.of(element), elements(element.getElementsByTagNameNS("*", "*")));
    }

    /** The elements found by going down these names from {@code parent}. */
    static List<Element> in(Element parent, String... path) {
        var found = Stream.of(parent);
        for (var name : path) {
            found = found.flatMap(each -> elements(each.getChildNodes()))
                    .filter(each -> name.equals(each.getLocalName()));
        }
        return found.toList();
    }

    static String text(Element cell) {
        return in(cell, "text").stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
