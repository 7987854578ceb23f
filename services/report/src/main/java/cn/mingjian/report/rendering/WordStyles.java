package cn.mingjian.report.rendering;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The paragraph styles of the Word edition, after GB/T 9704-2012; who edits the document edits these. */
enum WordStyles {
    NORMAL("Normal", "Normal", "仿宋_GB2312", 32, 578, STJc.BOTH),
    BODY("Body", "正文缩进", "仿宋_GB2312", 32, 578, STJc.BOTH),
    COVER_TITLE("CoverTitle", "封面标题", "方正小标宋简体", 52, 840, STJc.CENTER),
    TITLE("Title", "Title", "方正小标宋简体", 44, 720, STJc.CENTER),
    CHAPTER("Heading1", "heading 1", "黑体", 32, 578, STJc.LEFT),
    PART("Heading2", "heading 2", "楷体_GB2312", 32, 578, STJc.LEFT),
    POINT("Heading3", "heading 3", "仿宋_GB2312", 32, 578, STJc.LEFT),
    CONTENTS("TOC1", "toc 1", "仿宋_GB2312", 30, 580, STJc.LEFT),
    CAPTION("Caption", "caption", "黑体", 24, 400, STJc.CENTER),
    CELL("Cell", "表格文字", "宋体", 21, 290, STJc.LEFT),
    DENSE_CELL("DenseCell", "附表文字", "宋体", 16, 220, STJc.LEFT),
    REMARK("Remark", "注", "宋体", 21, 320, STJc.BOTH),
    SIGNATURE("Signature", "署名", "仿宋_GB2312", 32, 578, STJc.RIGHT),
    MARGIN("Margin", "页边文字", "宋体", 28, 320, STJc.LEFT),
    BREAK("Break", "分节", "宋体", 2, 20, STJc.LEFT);

    private final String id;
    private final String title;
    private final String font;
    private final int halfPoints;
    private final int line;
    private final STJc.Enum alignment;

    WordStyles(String id, String title, String font, int halfPoints, int line, STJc.Enum alignment) {
        this.id = id;
        this.title = title;
        this.font = font;
        this.halfPoints = halfPoints;
        this.line = line;
        this.alignment = alignment;
    }

    String id() {
        return id;
    }

    static void addTo(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        for (WordStyles style : values()) {
            styles.addStyle(new XWPFStyle(style.definition(), styles));
        }
    }

    private CTStyle definition() {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(title);
        style.addNewQFormat();
        if (this == NORMAL) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal(NORMAL.id);
        }
        CTPPrGeneral paragraph = style.addNewPPr();
        if (isHeading() || this == CAPTION) {
            paragraph.addNewKeepNext();
        }
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(this == CAPTION ? BigInteger.valueOf(160) : BigInteger.ZERO);
        spacing.setAfter(this == TITLE ? BigInteger.valueOf(520) : BigInteger.ZERO);
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        if (isHeading() || this == BODY) {
            var indent = paragraph.addNewInd();
            indent.setFirstLineChars(BigInteger.valueOf(200));
            // For readers that do not count in characters.
            indent.setFirstLine(BigInteger.valueOf(2L * 10 * halfPoints));
        }
        paragraph.addNewJc().setVal(alignment);
        if (isHeading()) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(ordinal() - CHAPTER.ordinal()));
        }
        CTRPr run = style.addNewRPr();
        CTFonts fonts = run.addNewRFonts();
        fonts.setEastAsia(font);
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        if (this == POINT) {
            run.addNewB();
        }
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        run.addNewSzCs().setVal(BigInteger.valueOf(halfPoints));
        return style;
    }

    private boolean isHeading() {
        return this == CHAPTER || this == PART || this == POINT;
    }
}
