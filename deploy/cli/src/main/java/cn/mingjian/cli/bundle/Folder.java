package cn.mingjian.cli.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bundle's folder: its files as text, UTF-8 with or without a byte order mark. */
record Folder(Path path, Faults faults) {
    private static final long LARGEST = 8 << 20;

    /** The text of a file; nothing when it is not there or cannot be read, which is a fault when it is needed. */
    Optional<String> text(String file, boolean needed) {
        Path place = path.resolve(file);
        if (!Files.exists(place)) {
            if (needed) {
                faults.add(file, 1, "file", "缺少这个文件");
            }
            return Optional.empty();
        }
        try {
            if (Files.size(place) > LARGEST) {
                faults.add(file, 1, "file", "这个文件超过 %d MiB".formatted(LARGEST >> 20));
                return Optional.empty();
            }
            return decoded(file, Files.readAllBytes(place));
        } catch (IOException e) {
            faults.add(file, 1, "file", "无法读取这个文件");
            return Optional.empty();
        }
    }

    private Optional<String> decoded(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult end = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String read = text.flip().toString();
        if (end.isError()) {
            int line = 1 + (int) read.chars().filter(c -> c == '\n').count();
            faults.add(file, line, "file", "不是 UTF-8 编码，请另存为 UTF-8");
            return Optional.empty();
        }
        return Optional.of(read.startsWith("\uFEFF") ? read.substring(1) : read);
    }
}
