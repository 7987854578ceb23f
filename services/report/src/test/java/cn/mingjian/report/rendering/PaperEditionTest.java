package cn.mingjian.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.report.Dagang;
import cn.mingjian.report.content.Composition;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaperEditionTest {

    private static final String CODE = "0123-4567-89AB-CDEF-0123-4567-89AB-CDEF";
    private static final Pattern PARTY = Pattern.compile("(第三方|督导中心|购买方|监督方) (\\d+)% (\\d+\\.\\d\\d) (\\d+\\.\\d\\d)");

    private static PDDocument document;
    private static String text;

    @BeforeAll
    static void print() throws IOException {
        byte[] pdf =
                new PaperEdition(Templates.engine(), new Typefaces(null)).of(Composition.of(Dagang.sources()), CODE);
        document = Loader.loadPDF(pdf);
        text = new PDFTextStripper().getText(document);
    }

    @AfterAll
    static void close() throws IOException {
        document.close();
    }

    @Test
    void readsBackAsProperHanzi() {
        // Fonts draw some hanzi and radicals (高 and ⾼) with one glyph: readers and searches need the former.
        assertThat(text.codePoints().filter(c -> c >= 0x2E80 && c <= 0x2FDF)).isEmpty();
        assertThat(text).doesNotContain("\uFFFD").contains("高", "长", "南沙区大岗镇社工站购买服务项目");
    }

    @Test
    void saysWhereItsFacesLackAHanzi() throws IOException {
        byte[] pdf = new PaperEdition(Templates.engine(), new Typefaces(null))
                .of(Composition.of(Dagang.sources("FINAL", Dagang.noted("𠮷镇"))), null);

        try (PDDocument noted = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(noted)).contains("〓镇").doesNotContain("#");
        }
    }

    @Test
    void carriesEveryFontThatItUses() throws IOException {
        Map<String, PDFont> fonts = new LinkedHashMap<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                fonts.put(font.getName(), font);
            }
        }

        assertThat(fonts).isNotEmpty();
        assertThat(fonts.values()).allMatch(PDFont::isEmbedded);
    }

    @Test
    void showsPartsThatAddUpToTheTotal() {
        Map<String, BigDecimal> weighted = new LinkedHashMap<>();
        for (Matcher row = PARTY.matcher(text); row.find(); ) {
            weighted.put(row.group(1), new BigDecimal(row.group(4)));
        }

        assertThat(weighted).containsOnlyKeys("第三方", "督导中心", "购买方", "监督方");
        assertThat(weighted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(new BigDecimal("84.75"));
        assertThat(text).contains("总分 84.75", "等级 良好", "总分为84.75分");
    }

    @Test
    void showsTheAnnexesFigures() {
        String annexes = text.substring(text.lastIndexOf("附件1　指标完成情况统计表"));

        assertThat(annexes)
                .contains("附件2　社工到岗情况统计表", "附件3　服务资源整合汇总表", "附件4　培训及督导情况汇总表")
                // Home visits: agreed, completed and rate of the first area and of the station.
                .contains("1550 1463 94.39%", "9300 9564 102.84%")
                // Person-months of the whole station, at the end of the attendance's total.
                .containsPattern("合计 (\\d+ )+514 447\\.5");
    }

    @Test
    void hasATocThatTellsThePages() {
        for (String chapter : List.of("一、基本情况", "十三、结语", "附件4　培训及督导情况汇总表")) {
            assertThat(text).containsPattern(Pattern.quote(chapter) + " *\\.{3,} *\\d+");
        }
    }

    @Test
    void isMarkedAsADraftUntilItIsFinal() throws IOException {
        byte[] pdf = new PaperEdition(Templates.engine(), new Typefaces(null))
                .of(Composition.of(Dagang.sources("DRAFT", Dagang.evaluation())), null);

        try (PDDocument draft = Loader.loadPDF(pdf)) {
            PDFTextStripper page = new PDFTextStripper();
            page.setStartPage(3);
            page.setEndPage(3);
            assertThat(page.getText(draft)).contains("初稿（征求意见）");
            assertThat(new PDFTextStripper().getText(draft)).doesNotContain("核验码");
        }
        assertThat(text).doesNotContain("初稿（征求意见）").contains(CODE);
    }
}
