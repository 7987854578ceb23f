package cn.mingjian.scoring.visit;

import cn.mingjian.platform.document.Stored;
import java.util.List;

/** What was found, as shown. */
public final class SiteView {

    private SiteView() {}

    /** A site's checklist as kept. */
    public record SiteCheckView(String site, String on, List<SiteCheckDocument.Line> lines, int version) {}

    /**
     * A sample with what was found in its files.
     *
     * @param files in the order of drawing
     */
    public record SampleView(
            String sample,
            String title,
            int populationSize,
            List<String> population,
            String seed,
            List<FileView> files) {}

    /** A file of a sample; outcome and note are null until it is checked. */
    public record FileView(int position, String file, String outcome, String note) {}

    /** A conversation as kept. */
    public record InterviewView(int number, String on, String channel, String group, String summary, int version) {}

    /** A sample, and whether this call added something to it. */
    record Drawn(SampleView sample, boolean isNew) {}

    static SiteCheckView of(String site, Stored<SiteCheckDocument> stored) {
        return new SiteCheckView(site, stored.content().on(), stored.content().lines(), stored.version());
    }

    static InterviewView of(int number, Stored<InterviewDocument> stored) {
        InterviewDocument interview = stored.content();
        return new InterviewView(
                number, interview.on(), interview.channel(), interview.group(), interview.summary(), stored.version());
    }
}
