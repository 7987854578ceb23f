package cn.mingjian.report.rendering;

import cn.mingjian.report.content.ReportContent;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import org.jspecify.annotations.Nullable;

/** The report as one self-contained HTML file: readable on a phone, in the dark, on paper and by a screen reader. */
public final class ScreenEdition {

    private final Template page;
    private final String style;

    /** @param engine renders the templates {@code screen} and {@code blocks} */
    public ScreenEdition(Engine engine) {
        this.page = engine.getTemplate("screen.html");
        this.style = Resources.text("/templates/screen.css");
    }

    /** @param code what an issued report is verified by, or null for a draft */
    public String of(ReportContent content, @Nullable String code) {
        return page.data("content", content)
                .data("style", style)
                .data("code", code)
                .render();
    }
}
