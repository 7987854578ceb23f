package cn.mingjian.integration.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'', ''",
        "'a', '1:a'",
        "'a\nb', '1:a 2:b'",
        "'a\nb\n', '1:a 2:b'",
        "'\n\na', '1: 2: 3:a'",
        "'\uFEFFa\n\uFEFFb', '1:a 2:\uFEFFb'",
        "'12345678\n123456789\nx', '1:12345678 2:12345678… 3:x'",
    })
    void cutsAtLineEndsAndKeepsNoMoreThanALine(String text, String lines) throws IOException {
        assertThat(String.join(" ", read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(lines);
    }

    @Test
    void readsAStreamThatComesInDrops() throws IOException {
        var drops = new InputStream() {
            private final InputStream all = new ByteArrayInputStream("ab\nc".getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return all.read(into, from, Math.min(1, most));
            }
        };

        assertThat(read(drops)).containsExactly("1:ab", "2:c");
    }

    private static List<String> read(InputStream bytes) throws IOException {
        var reader = new LineReader(bytes, 8);
        var lines = new ArrayList<String>();
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get().number()
                    + ":"
                    + new String(line.get().content(), StandardCharsets.UTF_8)
                    + (line.get().whole() ? "" : "…"));
        }
        return lines;
    }
}
