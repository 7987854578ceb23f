package cn.mingjian.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Reads a PDF as a screen reader does: along its structure, with the text that is drawn for each element. */
final class PaperReading {

    private final Map<COSDictionary, Map<Integer, String>> drawn = new IdentityHashMap<>();
    private final Reading.Notes notes = new Reading.Notes();
    private boolean begun;

    private PaperReading() {}

    static Reading of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PaperReading reading = new PaperReading();
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new NamedProperties();
                extractor.processPage(page);
                Map<Integer, String> texts = new HashMap<>();
                extractor.getMarkedContents().forEach(content -> collect(content, texts));
                reading.drawn.put(page.getCOSObject(), texts);
            }
            reading.walk(document.getDocumentCatalog().getStructureTreeRoot());
            return reading.notes.reading();
        }
    }

    /** The extractor knows properties that stand in the page's content; these stand in its resources. */
    private static final class NamedProperties extends PDFMarkedContentExtractor {
        @Override
        public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
            PDPropertyList named = properties == null ? getResources().getProperties(tag) : null;
            super.beginMarkedContentSequence(tag, named == null ? properties : named.getCOSObject());
        }
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        StringBuilder text = new StringBuilder();
        for (Object part : content.getContents()) {
            switch (part) {
                case TextPosition glyph -> text.append(glyph.getUnicode());
                case PDMarkedContent inner -> collect(inner, texts);
                default -> {}
            }
        }
        texts.merge(content.getMCID(), text.toString(), String::concat);
    }

    private void walk(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (!(kid instanceof PDStructureElement element)) {
                continue;
            }
            switch (element.getStructureType()) {
                case "H2" -> {
                    if (!begun) {
                        notes.forget();
                        begun = true;
                    }
                    notes.text(text(element));
                }
                case "P", "H1", "H3", "H4" -> notes.text(text(element));
                case "Table" -> table(element);
                default -> walk(element);
            }
        }
    }

    /** A chart is a table of bars and one of its axis: the former is read as labels, the latter left out. */
    private void table(PDStructureElement table) {
        List<List<String>> rows = new ArrayList<>();
        rows(table, rows);
        boolean axis = rows.size() == 1
                && rows.getFirst().stream().allMatch(tick -> Reading.bare(tick).matches("(\\d+%)?"));
        boolean bars = contains(table, "Figure");
        if (bars) {
            rows.forEach(row -> notes.text(row.getFirst() + row.getLast()));
        } else if (!axis) {
            notes.table(rows);
        }
    }

    private void rows(PDStructureNode node, List<List<String>> rows) {
        for (PDStructureElement element : elements(node)) {
            if (element.getStructureType().equals("TR")) {
                boolean head = node instanceof PDStructureElement part
                        && part.getStructureType().equals("THead");
                rows.add(elements(element).stream()
                        .map(cell -> head ? once(cell) : text(cell))
                        .toList());
            } else {
                rows(element, rows);
            }
        }
    }

    private static boolean contains(PDStructureNode node, String type) {
        return elements(node).stream()
                .anyMatch(element -> element.getStructureType().equals(type) || contains(element, type));
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .toList();
    }

    private String text(PDStructureElement element) {
        return String.join("", pages(element).values());
    }

    /** A header is drawn again on every page that its table reaches. */
    private String once(PDStructureElement element) {
        List<String> pages = List.copyOf(pages(element).values());
        assertThat(pages).as("header on every page").allMatch(pages.getFirst()::equals);
        return pages.getFirst();
    }

    /** What is drawn for an element, page by page. */
    private Map<COSDictionary, String> pages(PDStructureElement element) {
        Map<COSDictionary, String> pages = new LinkedHashMap<>();
        collect(element, element.getPage(), pages);
        return pages;
    }

    private void collect(PDStructureElement element, @Nullable PDPage inherited, Map<COSDictionary, String> pages) {
        PDPage page = element.getPage() == null ? inherited : element.getPage();
        for (Object kid : element.getKids()) {
            switch (kid) {
                case Integer id -> add(page, id, pages);
                case PDMarkedContentReference reference ->
                    add(reference.getPage() == null ? page : reference.getPage(), reference.getMCID(), pages);
                case PDStructureElement inner -> collect(inner, page, pages);
                default -> {}
            }
        }
    }

    private void add(@Nullable PDPage page, int id, Map<COSDictionary, String> pages) {
        if (page != null) {
            pages.merge(
                    page.getCOSObject(),
                    drawn.getOrDefault(page.getCOSObject(), Map.of()).getOrDefault(id, ""),
                    String::concat);
        }
    }
}
