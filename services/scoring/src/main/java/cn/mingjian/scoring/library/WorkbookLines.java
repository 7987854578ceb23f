package cn.mingjian.scoring.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** What somebody sees in the sheets of a workbook, read within bounds whatever the file holds. */
final class WorkbookLines {

    private static final int MOST_LINES = 5_000;
    private static final int MOST_BYTES_UNPACKED = 20_000_000;

    /**
     * A row of a sheet.
     *
     * @param number from 1, as the program shows it
     */
    record Line(int number, List<String> cells) {

        /** The text of a cell, without the spaces around it; null for an empty one. */
        String text(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    private final Map<String, List<Line>> sheets = new LinkedHashMap<>();

    private WorkbookLines() {}

    /** Ends the request when the file is no workbook, or one that is too large. */
    static WorkbookLines read(byte[] file) {
        WorkbookLines lines = new WorkbookLines();
        if (!lines.fill(file)) {
            throw LibraryProblem.FILE_UNREADABLE.because("工作簿解压后超过 %d MB", MOST_BYTES_UNPACKED / 1_000_000);
        }
        return lines;
    }

    /** Answers false, and reads nothing, when it unpacks to more than it may. */
    private boolean fill(byte[] file) {
        try {
            boolean small = unpacksWithin(MOST_BYTES_UNPACKED, file);
            if (small) {
                readSheets(file);
            }
            return small;
        } catch (IOException | RuntimeException unreadable) {
            // The reader answers broken parts with whatever its parsing ran into: a missing element, a number that is
            // none.
            throw LibraryProblem.FILE_UNREADABLE.because("不是可读取的 XLSX 工作簿");
        }
    }

    /** Ends the request when there is no such sheet or it is too long. */
    List<Line> of(String sheet) {
        List<Line> lines = sheets.get(sheet);
        if (lines == null) {
            throw LibraryProblem.FILE_UNREADABLE.because("缺少工作表“%s”", sheet);
        }
        if (lines.size() > MOST_LINES) {
            throw LibraryProblem.FILE_UNREADABLE.because("工作表“%s”超过 %d 行", sheet, MOST_LINES);
        }
        return lines;
    }

    /** Counted as it is unpacked, for what an archive says of itself need not be true. */
    private static boolean unpacksWithin(long most, byte[] file) throws IOException {
        byte[] buffer = new byte[8192];
        long left = most;
        try (ZipFile parts = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                try (InputStream content = parts.getInputStream(part)) {
                    for (int read = 0; read >= 0 && left >= 0; read = content.read(buffer)) {
                        left -= read;
                    }
                }
            }
        }
        return left >= 0;
    }

    private void readSheets(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.put(sheet.getName(), lines(sheet));
            }
        }
    }

    private static List<Line> lines(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.limit(MOST_LINES + 1).map(WorkbookLines::line).toList();
        }
    }

    private static Line line(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            String text = cell == null ? "" : cell.getText().strip();
            cells.add(text.isEmpty() ? null : text);
        }
        return new Line(row.getRowNum(), cells);
    }
}
