package cn.qiaotong.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model's XML without ever looking outside the file: no document type, no entity, no include. */
final class ModelXml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private ModelXml() {}

    static Document read(String file, byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw new ModelRefused(file, "?", "is not plain XML", "remove any DOCTYPE and close every element");
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> descendants(Node parent) {
        var all = new ArrayList<Element>();
        children(parent).forEach(child -> {
            all.add(child);
            all.addAll(descendants(child));
        });
        return all;
    }

    static boolean is(Element element, String localName) {
        return BPMN.equals(element.getNamespaceURI()) && localName.equals(element.getLocalName());
    }

    static Optional<String> attribute(Element element, String name) {
        return present(element.getAttribute(name));
    }

    static Optional<String> camunda(Element element, String name) {
        return present(element.getAttributeNS(CAMUNDA, name));
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    /** The drawing beside the model; anywhere else the engine would take its elements for the model's own. */
    static boolean isDiagram(Element element) {
        return "http://www.omg.org/spec/BPMN/20100524/DI".equals(element.getNamespaceURI())
                && "BPMNDiagram".equals(element.getLocalName())
                && element.getParentNode() == element.getOwnerDocument().getDocumentElement();
    }

    static String ownText(Element element) {
        var text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text piece) {
                text.append(piece.getData());
            }
        }
        return text.toString().strip();
    }

    /** The id of the nearest element that has one. */
    static String idOf(Node node) {
        for (var at = node; at instanceof Element element; at = at.getParentNode()) {
            if (element.hasAttribute("id")) {
                return element.getAttribute("id");
            }
        }
        return "?";
    }

    private static final class Strict extends DefaultHandler {

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
