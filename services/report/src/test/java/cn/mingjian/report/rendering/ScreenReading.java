package cn.mingjian.report.rendering;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the HTML edition, which is well-formed XML as well. */
final class ScreenReading {

    private final Reading.Notes notes = new Reading.Notes();

    private ScreenReading() {}

    static Reading of(String html) throws IOException {
        ScreenReading reading = new ScreenReading();
        reading.walk((Element) parsed(html).getElementsByTagName("main").item(0));
        return reading.notes.reading();
    }

    /** Figure → what the cells show that name it; the list of contradictions shows others beside it and is left out. */
    static Map<String, List<String>> figures(String html) throws IOException {
        Map<String, List<String>> figures = new TreeMap<>();
        for (Element cell : below(parsed(html).getDocumentElement(), "td")) {
            if (cell.hasAttribute("data-figure") && !captionOf(cell).contains("数据不一致情况")) {
                figures.computeIfAbsent(cell.getAttribute("data-figure"), any -> new ArrayList<>())
                        .add(cell.getTextContent().strip());
            }
        }
        return figures;
    }

    private static String captionOf(Element cell) {
        Element table = (Element) cell.getParentNode().getParentNode().getParentNode();
        return below(table, "caption").getFirst().getTextContent();
    }

    private static Document parsed(String html) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(malformed);
        }
    }

    private void walk(Element parent) {
        for (Element element : children(parent)) {
            switch (element.getTagName()) {
                case "h2", "h3", "h4", "p" -> notes.text(element.getTextContent());
                case "table" -> table(element);
                default -> walk(element);
            }
        }
    }

    private void table(Element table) {
        String caption = String.join(
                "", below(table, "caption").stream().map(Node::getTextContent).toList());
        List<List<String>> rows = below(table, "tr").stream()
                .map(row -> children(row).stream().map(Node::getTextContent).toList())
                .toList();
        switch (table.getAttribute("class")) {
            case "axis" -> {}
            case "bars" -> {
                rows.forEach(row -> notes.text(row.getFirst() + row.getLast()));
                notes.text(caption);
            }
            default -> {
                notes.text(caption);
                notes.table(rows);
            }
        }
    }

    private static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static List<Element> below(Element parent, String tag) {
        List<Element> elements = new ArrayList<>();
        var found = parent.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
