package cn.mingjian.report.rendering;

import cn.mingjian.report.content.ReportContent;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/** The report as PDF: typography after GB/T 9704-2012, fonts embedded, tagged (PDF/A-2a, PDF/UA). */
public final class PaperEdition {

    private final Template page;
    private final String style;
    private final Typefaces typefaces;

    /** @param engine renders the templates {@code paper} and {@code blocks} */
    public PaperEdition(Engine engine, Typefaces typefaces) {
        this.page = engine.getTemplate("paper.html");
        this.style = Resources.text("/templates/paper.css");
        this.typefaces = typefaces;
        XRLog.setLoggingEnabled(false);
    }

    /** @param code what an issued report is verified by, or null for a draft; one document at a time bounds memory */
    public synchronized byte[] of(ReportContent content, @Nullable String code) {
        String html = page.data("content", content)
                .data("style", style)
                .data("code", code)
                .render();
        try {
            return described(rendered(html));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] rendered(String html) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder renderer = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useSVGDrawer(new BatikSVGDrawer())
                    .useUnicodeLineBreaker(new LineBreaks())
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .useExternalResourceAccessControl(
                            (uri, type) -> false,
                            com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority
                                    .RUN_BEFORE_RESOLVING_URI)
                    // The printers' own mark for a character that is not in the case.
                    .useReplacementText("〓")
                    .withProducer("Mingjian")
                    .withHtmlContent(html, null)
                    .toStream(pdf);
            typefaces.use(renderer, document);
            try (PdfBoxRenderer run = renderer.buildPdfRenderer()) {
                run.createPDF();
            }
        }
        return pdf.toByteArray();
    }

    /** PDF/UA wants every link described; the renderer leaves that out. */
    private static byte[] described(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link && link.getContents() == null) {
                        link.setContents("转到该章节");
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length);
            document.save(out);
            return out.toByteArray();
        }
    }
}
