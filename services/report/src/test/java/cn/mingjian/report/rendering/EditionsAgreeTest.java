package cn.mingjian.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import cn.mingjian.report.Dagang;
import cn.mingjian.report.content.Composition;
import cn.mingjian.report.content.ReportContent;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.Result;
import cn.mingjian.report.source.StaffingFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The four editions of a report say the same, figure by figure, and say what the owners of the figures print. */
class EditionsAgreeTest {

    private static final String CODE = "0123-4567-89AB-CDEF-0123-4567-89AB-CDEF";
    private static final PaperEdition PAPER = new PaperEdition(Templates.engine(), new Typefaces(null));

    static Stream<Arguments> reports() {
        return Stream.of(
                argumentSet("Dagang", Dagang.sources()),
                argumentSet("a draft", Dagang.sources("DRAFT", Dagang.evaluation())),
                argumentSet("only the grade published", Dagang.sources("FINAL", Dagang.publishing("GRADE"))),
                argumentSet("nothing known", OddSources.unknown()),
                argumentSet("nothing there", OddSources.empty()),
                argumentSet("vetoed", OddSources.vetoed()),
                argumentSet("odd 1", OddSources.random(1)),
                argumentSet("odd 2", OddSources.random(2)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sayTheSame(ReportSources sources) throws IOException {
        ReportContent content = Composition.of(sources);
        @Nullable String code = sources.isFinal() ? CODE : null;

        Reading paper = PaperReading.of(PAPER.of(content, code));
        Reading word = WordReading.of(WordEdition.of(content, code));
        Reading screen = ScreenReading.of(new ScreenEdition(Templates.engine()).of(content, code));
        Map<String, Reading> sheets = WorkbookReading.of(Workbook.of(content));

        Reading whole = Reading.of(content, Reading.closing(content, code));
        assertSame("PDF", paper, whole);
        assertSame("DOCX", word, whole);
        assertSame("HTML", screen, Reading.of(content, onScreen(content, code)));
        sheets(content, sheets);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void showEveryFigureOfItsOwners(ReportSources sources) throws IOException {
        String html = new ScreenEdition(Templates.engine()).of(Composition.of(sources), null);

        Map<String, List<String>> shown = ScreenReading.figures(html);

        printed(sources)
                .forEach((figure, text) ->
                        assertThat(shown.get(figure)).as(figure).containsOnly(text));
    }

    @Test
    void areMadeOfWhateverCharactersFormsLetIn() throws IOException {
        ReportContent content = Composition.of(Dagang.sources("FINAL", Dagang.noted(OddSources.characters())));

        assertThat(PaperReading.of(PAPER.of(content, CODE)).texts()).isNotEmpty();
        assertThat(WordReading.of(WordEdition.of(content, CODE)).texts()).isNotEmpty();
        assertThat(ScreenReading.of(new ScreenEdition(Templates.engine()).of(content, CODE))
                        .texts())
                .isNotEmpty();
        assertThat(WorkbookReading.of(Workbook.of(content))).isNotEmpty();
    }

    private static void sheets(ReportContent content, Map<String, Reading> sheets) {
        List<ReportContent.Section> sections = new ArrayList<>(content.annexes());
        sections.add(content.score());
        assertThat(sheets.keySet()).containsExactly("附件1", "附件2", "附件3", "附件4", "得分及等级");
        List<Reading> readings = List.copyOf(sheets.values());
        for (int i = 0; i < sections.size(); i++) {
            Reading expected = Reading.of(sections.get(i));
            assertThat(readings.get(i).tables()).as(sections.get(i).heading()).isEqualTo(expected.tables());
            assertThat(readings.get(i).texts()).containsAll(expected.texts());
            assertThat(readings.get(i).texts().contains("初稿（征求意见）")).isEqualTo(content.mark() != null);
        }
    }

    private static void assertSame(String edition, Reading read, Reading expected) {
        assertSameList(edition, read.texts(), expected.texts());
        for (int i = 0; i < Math.min(read.tables().size(), expected.tables().size()); i++) {
            assertSameList(
                    edition + ", table " + (i + 1),
                    read.tables().get(i),
                    expected.tables().get(i));
        }
        assertThat(read.tables()).as(edition).hasSameSizeAs(expected.tables());
    }

    /** Tells the first difference instead of two reports. */
    private static void assertSameList(String where, List<?> read, List<?> expected) {
        for (int i = 0; i < Math.min(read.size(), expected.size()); i++) {
            assertThat(read.get(i)).as("%s, at %d", where, i).isEqualTo(expected.get(i));
        }
        assertThat(read.size()).as(where).isEqualTo(expected.size());
    }

    /** On screen annexes are reached by links: no list of them; who signs is one paragraph. */
    private static List<String> onScreen(ReportContent content, @Nullable String code) {
        List<String> lines = new ArrayList<>();
        lines.add(content.signature().organisation() + content.signature().date());
        if (code != null) {
            lines.add("本报告核验码：" + code);
        }
        return lines;
    }

    /** Figure → how its owner prints it; rates with their sign. Figures that the policy does not publish are not among them. */
    private static Map<String, String> printed(ReportSources sources) {
        Map<String, String> printed = new TreeMap<>();
        for (var indicator : sources.agreement().indicators()) {
            for (Achievement.Row row : sources.achievement().indicators()) {
                boolean shown = row.area() == null
                        || indicator.perArea()
                                && sources.agreement().areas().stream()
                                        .anyMatch(area -> area.code().equals(row.area()));
                if (shown && row.indicator().equals(indicator.code())) {
                    String figure = "indicator:" + row.indicator() + (row.area() == null ? "" : ":" + row.area());
                    printed.put(figure, known(row.completed()));
                    printed.put(figure + ":rate", percent(row.rate()));
                }
            }
        }
        staffing(printed, sources.staffing().staffing());
        if (sources.isFinal() && sources.evaluation().policy().publish().equals("PARTIES")) {
            Result result = sources.result();
            printed.put("total", known(result.total()));
            for (Result.PartyScore party : result.parties()) {
                printed.put("party:" + party.party() + ":raw", known(party.raw()));
                printed.put("party:" + party.party() + ":weighted", known(party.weighted()));
            }
        }
        return printed;
    }

    private static void staffing(Map<String, String> printed, StaffingFile.Figures figures) {
        printed.put("staffing:headcount", known(figures.headcount()));
        printed.put("staffing:certified", known(figures.certified()));
        printed.put("staffing:certified-rate", percent(figures.certifiedRate()));
        printed.put("staffing:experienced", known(figures.experienced()));
        printed.put("staffing:experienced-rate", percent(figures.experiencedRate()));
        printed.put("staffing:person-months", known(figures.personMonths()));
        printed.put("staffing:certified-person-months", known(figures.certifiedPersonMonths()));
        printed.put("staffing:experienced-person-months", known(figures.experiencedPersonMonths()));
        printed.put("staffing:average-headcount", known(figures.averageHeadcount()));
        printed.put("staffing:leavers", known(figures.leavers()));
        figures.retention().forEach((formula, rate) -> printed.put("staffing:retention:" + formula, percent(rate)));
    }

    private static String known(@Nullable Object figure) {
        return figure == null ? "—" : figure.toString();
    }

    private static String percent(@Nullable String rate) {
        return rate == null ? "—" : rate + "%";
    }
}
