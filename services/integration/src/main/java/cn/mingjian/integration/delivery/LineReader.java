package cn.mingjian.integration.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into lines without ever holding more of it than one line of the allowed length. */
final class LineReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream bytes;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] line;
    private int next;
    private int end;
    private long number;

    LineReader(InputStream bytes, int longest) {
        this.bytes = bytes;
        this.line = new byte[longest];
    }

    /**
     * One line without its end.
     *
     * @param number counted from 1
     * @param whole false when the line is too long; the content is its beginning then
     */
    record Line(long number, byte[] content, boolean whole) {
        boolean isBlank() {
            for (var one : content) {
                if (one != ' ' && one != '\t' && one != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line, or none at the stream's end. */
    Optional<Line> next() throws IOException {
        var length = 0;
        var whole = true;
        var one = read();
        if (one < 0) {
            return Optional.empty();
        }
        for (; one >= 0 && one != '\n'; one = read()) {
            if (length < line.length) {
                line[length++] = (byte) one;
            } else {
                whole = false;
            }
        }
        number++;
        return Optional.of(new Line(number, Arrays.copyOfRange(line, start(length), length), whole));
    }

    private int start(int length) {
        return number == 1
                        && length >= BYTE_ORDER_MARK.length
                        && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
                ? BYTE_ORDER_MARK.length
                : 0;
    }

    private int read() throws IOException {
        if (next == end) {
            end = bytes.read(buffer);
            next = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[next++] & 0xFF;
    }
}
