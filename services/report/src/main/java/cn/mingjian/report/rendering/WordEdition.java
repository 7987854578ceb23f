package cn.mingjian.report.rendering;

import cn.mingjian.report.content.Block;
import cn.mingjian.report.content.ReportContent;
import cn.mingjian.report.content.ReportContent.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

/** The report as a Word document for those who work on in it: styles, contents, repeated headers, charts to edit. */
public final class WordEdition {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int UPRIGHT_ACROSS = 8844;
    private static final int WIDE_ACROSS = 15136;

    private final XWPFDocument document;
    private int bookmarks;

    private WordEdition(XWPFDocument document) {
        this.document = document;
    }

    /** @param code what an issued report is verified by, or null for a draft */
    public static byte[] of(ReportContent content, @Nullable String code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            new WordEdition(document).write(content, code);
            document.write(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private void write(ReportContent content, @Nullable String code) throws IOException {
        WordStyles.addTo(document);
        WordFonts.addTo(document);
        document.getProperties().getCoreProperties().setTitle(content.title());
        document.getProperties()
                .getCoreProperties()
                .setCreator(content.signature().organisation());
        margins(content.mark());
        cover(content);
        contents(content);
        endSection(false, false);
        paragraph(WordStyles.TITLE, content.title());
        for (Section chapter : content.chapters()) {
            section(chapter);
        }
        closing(content, code);
        List<Section> annexes = content.annexes();
        CTSectPr before = endSection(false, true);
        before.addNewPgNumType().setStart(BigInteger.ONE);
        for (int i = 0; i < annexes.size(); i++) {
            section(annexes.get(i));
            if (i < annexes.size() - 1) {
                endSection(annexes.get(i).wide(), true);
            } else {
                page(body().getSectPr(), annexes.get(i).wide());
            }
        }
    }

    /** Page numbers outside as the standard has them, and the mark of a draft; the cover has neither. */
    private void margins(@Nullable String mark) {
        document.setEvenAndOddHeadings(true);
        for (HeaderFooterType side : List.of(HeaderFooterType.DEFAULT, HeaderFooterType.EVEN)) {
            XWPFParagraph number = inMargin(document.createFooter(side));
            number.setAlignment(side == HeaderFooterType.DEFAULT ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            number.createRun().setText("— ");
            field(number, "PAGE", "1");
            number.createRun().setText(" —");
            if (mark != null) {
                XWPFParagraph above = inMargin(document.createHeader(side));
                above.setAlignment(ParagraphAlignment.RIGHT);
                above.createRun().setText(mark);
            }
        }
    }

    private static XWPFParagraph inMargin(XWPFHeaderFooter margin) {
        XWPFParagraph paragraph = margin.createParagraph();
        paragraph.setStyle(WordStyles.MARGIN.id());
        return paragraph;
    }

    private void cover(ReportContent content) {
        if (content.mark() != null) {
            paragraph(WordStyles.SIGNATURE, content.mark());
        }
        XWPFParagraph title = paragraph(WordStyles.COVER_TITLE, content.title());
        title.setSpacingBefore(2400);
        title.setSpacingAfter(2400);
        for (ReportContent.Line line : content.cover().lines()) {
            XWPFParagraph paragraph = paragraph(WordStyles.NORMAL, null);
            paragraph.setIndentationLeft(2700);
            paragraph.setIndentationHanging(1920);
            bold(paragraph, line.label() + "：");
            paragraph.createRun().setText(line.text());
        }
        if (content.cover().note() != null) {
            XWPFParagraph note = paragraph(WordStyles.REMARK, content.cover().note());
            note.setAlignment(ParagraphAlignment.CENTER);
            note.setSpacingBefore(900);
        }
    }

    /** Entries are written out: the field shows nothing before somebody updates it. */
    private void contents(ReportContent content) {
        XWPFParagraph title = paragraph(WordStyles.TITLE, "目　录");
        title.setPageBreak(true);
        List<Section> sections = Stream.concat(content.chapters().stream(), content.annexes().stream())
                .toList();
        for (int i = 0; i < sections.size(); i++) {
            XWPFParagraph entry = paragraph(WordStyles.CONTENTS, null);
            var tab = entry.getCTP().getPPr().addNewTabs().addNewTab();
            tab.setVal(STTabJc.RIGHT);
            tab.setLeader(STTabTlc.DOT);
            tab.setPos(BigInteger.valueOf(UPRIGHT_ACROSS));
            if (i == 0) {
                mark(entry, STFldCharType.BEGIN).getCTR().getFldCharArray(0).setDirty(true);
                entry.createRun().getCTR().addNewInstrText().setStringValue("TOC \\o \"1-1\" \\h \\z \\u");
                mark(entry, STFldCharType.SEPARATE);
            }
            CTHyperlink link = entry.getCTP().addNewHyperlink();
            link.setAnchor(anchor(sections.get(i)));
            link.addNewR().addNewT().setStringValue(sections.get(i).heading());
            entry.createRun().addTab();
            field(entry, "PAGEREF " + anchor(sections.get(i)) + " \\h", "");
            if (i == sections.size() - 1) {
                mark(entry, STFldCharType.END);
            }
        }
    }

    private void section(Section section) throws IOException {
        XWPFParagraph heading = paragraph(WordStyles.CHAPTER, null);
        CTBookmark start = heading.getCTP().addNewBookmarkStart();
        start.setName(anchor(section));
        start.setId(BigInteger.valueOf(bookmarks));
        heading.createRun().setText(section.heading());
        heading.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks));
        bookmarks++;
        for (Block block : section.blocks()) {
            switch (block) {
                case Block.Heading of -> paragraph(of.level() == 3 ? WordStyles.PART : WordStyles.POINT, of.text());
                case Block.Paragraph of -> {
                    XWPFParagraph text = paragraph(WordStyles.BODY, null);
                    if (of.lead() != null) {
                        bold(text, of.lead());
                    }
                    text.createRun().setText(of.text());
                }
                case Block.Remark of -> paragraph(WordStyles.REMARK, "注：" + of.text());
                case Block.Table of -> {
                    paragraph(WordStyles.CAPTION, of.caption());
                    new WordTable(of, section.wide() ? WIDE_ACROSS : UPRIGHT_ACROSS).appendTo(body());
                    // Tables that touch become one.
                    paragraph(WordStyles.BREAK, null);
                }
                case Block.Chart of -> {
                    XWPFParagraph drawing = document.createParagraph();
                    drawing.setAlignment(ParagraphAlignment.CENTER);
                    drawing.setSpacingBetween(1);
                    drawing.setKeepNext(true);
                    WordChart.draw(document, drawing.createRun(), of);
                    paragraph(WordStyles.CAPTION, of.caption());
                    paragraph(WordStyles.REMARK, "注：" + of.description());
                }
            }
        }
    }

    private void closing(ReportContent content, @Nullable String code) {
        for (int i = 0; i < content.annexes().size(); i++) {
            XWPFParagraph annex = paragraph(
                    WordStyles.NORMAL,
                    (i == 0 ? "附件：" : "　　　") + (i + 1) + "．"
                            + content.annexes().get(i).name());
            annex.setIndentationLeft(640);
            annex.setSpacingBefore(i == 0 ? 578 : 0);
        }
        XWPFParagraph organisation =
                paragraph(WordStyles.SIGNATURE, content.signature().organisation());
        organisation.setSpacingBefore(840);
        organisation.setKeepNext(true);
        XWPFParagraph date = paragraph(WordStyles.SIGNATURE, content.signature().date());
        if (code != null) {
            date.setKeepNext(true);
            paragraph(WordStyles.REMARK, "本报告核验码：" + code).setSpacingBefore(480);
        }
    }

    private CTSectPr endSection(boolean wide, boolean numbered) {
        XWPFParagraph last = paragraph(WordStyles.BREAK, null);
        CTSectPr section = last.getCTP().getPPr().addNewSectPr();
        if (numbered) {
            body().getSectPr().getFooterReferenceList().forEach(footer -> section.addNewFooterReference()
                    .set(footer));
            body().getSectPr().getHeaderReferenceList().forEach(header -> section.addNewHeaderReference()
                    .set(header));
        }
        page(section, wide);
        return section;
    }

    private static void page(CTSectPr section, boolean wide) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide ? 16838 : 11906));
        size.setH(BigInteger.valueOf(wide ? 11906 : 16838));
        if (wide) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(wide ? 1247 : 2098));
        margins.setBottom(BigInteger.valueOf(wide ? 1361 : 1984));
        margins.setLeft(BigInteger.valueOf(wide ? 851 : 1588));
        margins.setRight(BigInteger.valueOf(wide ? 851 : 1474));
        margins.setGutter(BigInteger.ZERO);
        margins.setHeader(BigInteger.valueOf(851));
        margins.setFooter(BigInteger.valueOf(wide ? 680 : 1400));
    }

    private XWPFParagraph paragraph(WordStyles style, @Nullable String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        if (text != null) {
            paragraph.createRun().setText(text);
        }
        return paragraph;
    }

    private static void bold(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.setBold(true);
        run.setText(text);
    }

    private static void field(XWPFParagraph paragraph, String instruction, String shown) {
        mark(paragraph, STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(instruction);
        mark(paragraph, STFldCharType.SEPARATE);
        paragraph.createRun().setText(shown);
        mark(paragraph, STFldCharType.END);
    }

    private static XWPFRun mark(XWPFParagraph paragraph, STFldCharType.Enum type) {
        XWPFRun run = paragraph.createRun();
        run.getCTR().addNewFldChar().setFldCharType(type);
        return run;
    }

    /** A bookmark has no dash in its name. */
    private static String anchor(Section section) {
        return section.id().replace('-', '_');
    }

    private CTBody body() {
        return document.getDocument().getBody();
    }
}
