package cn.mingjian.report.edition;

import cn.mingjian.report.content.Composition;
import cn.mingjian.report.content.ReportContent;
import cn.mingjian.report.rendering.PaperEdition;
import cn.mingjian.report.rendering.ScreenEdition;
import cn.mingjian.report.rendering.Typefaces;
import cn.mingjian.report.rendering.WordEdition;
import cn.mingjian.report.rendering.Workbook;
import cn.mingjian.report.source.ReportSources;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Prints a report in every edition there is. Fonts are read with the first report, not at start. */
@ApplicationScoped
class Printing {

    private final Engine engine;
    private final Optional<Path> fonts;
    private @Nullable PaperEdition paper;

    Printing(Engine engine, @ConfigProperty(name = "mingjian.report.fonts") Optional<Path> fonts) {
        this.engine = engine;
        this.fonts = fonts;
    }

    /** @param code what the issued report is verified by, or null for a draft */
    List<PrintedFile> print(ReportSources sources, @Nullable String code) {
        ReportContent content = Composition.of(sources);
        return List.of(
                PrintedFile.of("report.pdf", "application/pdf", paper().of(content, code)),
                PrintedFile.of(
                        "report.html",
                        "text/html;charset=UTF-8",
                        new ScreenEdition(engine).of(content, code).getBytes(StandardCharsets.UTF_8)),
                PrintedFile.of("report.docx", WordEdition.MEDIA_TYPE, WordEdition.of(content, code)),
                PrintedFile.of("report.xlsx", Workbook.MEDIA_TYPE, Workbook.of(content)));
    }

    private synchronized PaperEdition paper() {
        if (paper == null) {
            paper = new PaperEdition(engine, new Typefaces(fonts.orElse(null)));
        }
        return paper;
    }
}
