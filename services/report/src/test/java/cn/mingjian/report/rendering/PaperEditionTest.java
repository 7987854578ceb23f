package cn.mingjian.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.report.Dagang;
import cn.mingjian.report.content.Composition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperEditionTest {

    @Test
    void printsTheWholeReport() throws IOException {
        byte[] pdf =
                new PaperEdition(Templates.engine(), new Typefaces(null)).of(Composition.of(Dagang.sources()), "test");
        Files.write(Path.of("target/report.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            Files.writeString(Path.of("target/report.txt"), text);
            assertThat(text).contains("高");
        }
    }
}
