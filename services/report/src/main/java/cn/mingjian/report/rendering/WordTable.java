package cn.mingjian.report.rendering;

import cn.mingjian.report.content.Block;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/** A table of the Word edition: fixed column widths, a header that repeats on every page, rows that stay whole. */
final class WordTable {

    private static final String HEAD_FILL = "EFEFEF";
    private static final String TOTAL_FILL = "F7F7F7";
    private static final String LOW = "9C2A1C";

    private final Block.Table table;
    private final List<Integer> widths = new ArrayList<>();

    /** @param across the room between the margins, in twentieths of a point */
    WordTable(Block.Table table, int across) {
        this.table = table;
        for (String percent : table.widths()) {
            widths.add(new BigDecimal(percent)
                    .multiply(BigDecimal.valueOf(across))
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                    .intValue());
        }
    }

    void appendTo(CTBody body) {
        CTTbl word = body.addNewTbl();
        properties(word.addNewTblPr());
        CTTblGrid grid = word.addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        head(word);
        for (Block.Row row : table.rows()) {
            CTRow line = word.addNewTr();
            line.addNewTrPr().addNewCantSplit();
            int column = 0;
            for (Block.Cell cell : row.cells()) {
                cell(line, column, cell, row.total());
                column += cell.columns();
            }
        }
    }

    private void properties(CTTblPr properties) {
        CTTblWidth whole = properties.addNewTblW();
        whole.setType(STTblWidth.DXA);
        whole.setW(
                BigInteger.valueOf(widths.stream().mapToInt(Integer::intValue).sum()));
        properties.addNewJc().setVal(STJcTable.CENTER);
        CTTblBorders borders = properties.addNewTblBorders();
        border(borders.addNewTop(), 8);
        border(borders.addNewLeft(), 8);
        border(borders.addNewBottom(), 8);
        border(borders.addNewRight(), 8);
        border(borders.addNewInsideH(), 4);
        border(borders.addNewInsideV(), 4);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblCellMar margins = properties.addNewTblCellMar();
        int side = table.dense() ? 28 : 80;
        for (CTTblWidth margin : List.of(margins.addNewLeft(), margins.addNewRight())) {
            margin.setType(STTblWidth.DXA);
            margin.setW(BigInteger.valueOf(side));
        }
    }

    private static void border(CTBorder border, int eighthPoints) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(eighthPoints));
        border.setColor("000000");
    }

    /** Cells that reach down leave a continued cell in every row below. */
    private void head(CTTbl word) {
        int[] rowsLeft = new int[widths.size()];
        for (List<Block.Cell> row : table.head()) {
            CTRow line = word.addNewTr();
            CTTrPr properties = line.addNewTrPr();
            properties.addNewCantSplit();
            properties.addNewTblHeader();
            int column = continued(line, 0, rowsLeft);
            for (Block.Cell cell : row) {
                CTTcPr merged = cell(line, column, cell, false);
                if (cell.rows() > 1) {
                    merged.addNewVMerge().setVal(STMerge.RESTART);
                }
                for (int i = column; i < column + cell.columns(); i++) {
                    rowsLeft[i] = cell.rows() - 1;
                }
                column = continued(line, column + cell.columns(), rowsLeft);
            }
        }
    }

    private int continued(CTRow line, int from, int[] rowsLeft) {
        int column = from;
        while (column < rowsLeft.length && rowsLeft[column] > 0) {
            cell(line, column, Block.Cell.header(""), false).addNewVMerge().setVal(STMerge.CONTINUE);
            rowsLeft[column]--;
            column++;
        }
        return column;
    }

    private CTTcPr cell(CTRow line, int column, Block.Cell cell, boolean total) {
        CTTc word = line.addNewTc();
        CTTcPr properties = word.addNewTcPr();
        CTTblWidth width = properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(widths.subList(column, column + cell.columns()).stream()
                .mapToInt(Integer::intValue)
                .sum()));
        if (cell.columns() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.columns()));
        }
        if (cell.isHeader() || total) {
            var shade = properties.addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setFill(cell.isHeader() ? HEAD_FILL : TOTAL_FILL);
        }
        properties.addNewVAlign().setVal(STVerticalJc.CENTER);
        text(word.addNewP(), cell, total);
        return properties;
    }

    private void text(CTP paragraph, Block.Cell cell, boolean total) {
        var properties = paragraph.addNewPPr();
        properties.addNewPStyle().setVal((table.dense() ? WordStyles.DENSE_CELL : WordStyles.CELL).id());
        properties
                .addNewJc()
                .setVal(
                        switch (cell.kind()) {
                            case HEADER, COUNT, MARK -> STJc.CENTER;
                            case NUMBER -> STJc.RIGHT;
                            case TEXT -> STJc.LEFT;
                        });
        if (cell.text().isEmpty()) {
            return;
        }
        CTR run = paragraph.addNewR();
        if (cell.isHeader() || total) {
            run.addNewRPr().addNewB();
        }
        if ("low".equals(cell.tone())) {
            (run.isSetRPr() ? run.getRPr() : run.addNewRPr()).addNewColor().setVal(LOW);
        }
        run.addNewT().setStringValue(cell.text());
    }
}
