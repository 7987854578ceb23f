package cn.mingjian.report.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads the workbook as a spreadsheet shows it: cells with borders are tables, figures by their format. */
final class WorkbookReading {

    private static final DataFormatter SHOWN = new DataFormatter(Locale.ROOT);

    private WorkbookReading() {}

    /** Sheet → what stands on it. */
    static Map<String, Reading> of(byte[] xlsx) throws IOException {
        Map<String, Reading> sheets = new LinkedHashMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Sheet sheet : workbook) {
                sheets.put(sheet.getSheetName(), sheet(sheet));
            }
        }
        return sheets;
    }

    private static Reading sheet(Sheet sheet) {
        Reading.Notes notes = new Reading.Notes();
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            boolean bordered = row != null
                    && row.getCell(0) != null
                    && row.getCell(0).getCellStyle().getBorderTop() != BorderStyle.NONE;
            if (bordered) {
                table.add(cells(sheet, row));
                continue;
            }
            if (!table.isEmpty()) {
                notes.table(table);
                table = new ArrayList<>();
            }
            if (row != null && row.getCell(0) != null) {
                notes.text(SHOWN.formatCellValue(row.getCell(0)));
            }
        }
        if (!table.isEmpty()) {
            notes.table(table);
        }
        return notes.reading();
    }

    private static List<String> cells(Sheet sheet, Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            if (!covered(sheet, cell)) {
                cells.add(SHOWN.formatCellValue(cell));
            }
        }
        return cells;
    }

    /** Whether a merged cell that begins elsewhere lies over it. */
    private static boolean covered(Sheet sheet, Cell cell) {
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.isInRange(cell)
                    && (merged.getFirstRow() != cell.getRowIndex()
                            || merged.getFirstColumn() != cell.getColumnIndex())) {
                return true;
            }
        }
        return false;
    }
}
