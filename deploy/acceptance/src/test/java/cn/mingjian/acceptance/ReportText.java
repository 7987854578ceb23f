package cn.mingjian.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a report as it stands on paper, cut at its chapters and annexes. */
final class ReportText {
    private static final Pattern HEADING =
            Pattern.compile("(?m)^\\s*((?:十[一二三]|[一二三四五六七八九十])、[^\\n。，…]{2,8}|附件\\d[^\\n…]{2,20})$");

    private record Part(String heading, String text) {}

    private final List<Part> parts = new ArrayList<>();

    private ReportText(String text) {
        Matcher headings = HEADING.matcher(text);
        int begin = -1;
        String heading = "";
        while (headings.find()) {
            if (begin >= 0) parts.add(new Part(heading, plain(text.substring(begin, headings.start()))));
            begin = headings.end();
            heading = plain(headings.group(1));
        }
        if (begin >= 0) parts.add(new Part(heading, plain(text.substring(begin))));
    }

    static ReportText read(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return new ReportText(stripper.getText(document));
        }
    }

    /** All text under headings that begin so, with single spaces. */
    String under(String heading) {
        StringBuilder all = new StringBuilder();
        for (Part part : parts)
            if (part.heading().startsWith(heading)) all.append(' ').append(part.text());
        return all.toString();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u3000]+", " ").strip();
    }
}
