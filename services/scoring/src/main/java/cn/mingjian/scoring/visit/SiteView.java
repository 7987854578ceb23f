package cn.mingjian.scoring.visit;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.scoring.score.Party;
import java.util.List;

/** What was found, as shown. */
public final class SiteView {

    private SiteView() {}

    /** A site's checklist as kept. */
    public record SiteCheckView(
            String party, String site, String on, List<SiteCheckDocument.Line> lines, int version) {}

    /**
     * A sample with what was found in its files.
     *
     * @param files in the order of drawing
     */
    public record SampleView(
            String party,
            String sample,
            String title,
            int populationSize,
            List<String> population,
            String seed,
            List<FileView> files) {}

    /** A file of a sample; outcome and note are null until it is checked. */
    public record FileView(int position, String file, String outcome, String note) {}

    /** A conversation as kept. */
    public record InterviewView(
            String party, int number, String on, String channel, String group, String summary, int version) {}

    /** What was kept, and whether this call put something where nothing was. */
    record Kept<T>(T what, boolean isNew) {

        static <T> Kept<T> of(Stored<?> stored, T what) {
            return new Kept<>(what, stored.isNew() && stored.version() == 1);
        }
    }

    static SiteCheckView of(Party party, String site, Stored<SiteCheckDocument> stored) {
        return new SiteCheckView(
                party.name(), site, stored.content().on(), stored.content().lines(), stored.version());
    }

    static InterviewView of(Party party, int number, Stored<InterviewDocument> stored) {
        InterviewDocument interview = stored.content();
        return new InterviewView(
                party.name(),
                number,
                interview.on(),
                interview.channel(),
                interview.group(),
                interview.summary(),
                stored.version());
    }
}
