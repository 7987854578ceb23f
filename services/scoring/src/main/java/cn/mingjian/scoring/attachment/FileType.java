package cn.mingjian.scoring.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What may be attached: what people scan, photograph and write, without macros. */
enum FileType {
    PDF("application/pdf", List.of(".pdf"), "%PDF-".getBytes(StandardCharsets.US_ASCII), null),
    PNG("image/png", List.of(".png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, null),
    JPEG("image/jpeg", List.of(".jpg", ".jpeg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, null),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of(".docx"),
            new byte[] {'P', 'K', 3, 4},
            "word/document.xml"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of(".xlsx"),
            new byte[] {'P', 'K', 3, 4},
            "xl/workbook.xml");

    private final String mediaType;
    private final List<String> endings;
    private final byte[] beginning;
    private final String part;

    /** @param part an entry that a package of this type has, or null when it is none */
    FileType(String mediaType, List<String> endings, byte[] beginning, String part) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.beginning = beginning;
        this.part = part;
    }

    static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether the name ends as names of this type do. */
    boolean names(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(small::endsWith);
    }

    /** Whether what is in the file is of this type, whatever it is called. */
    boolean isOf(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            if (!Arrays.equals(content.readNBytes(beginning.length), beginning)) {
                return false;
            }
        }
        if (part == null) {
            return true;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(part) != null
                    && zip.stream().noneMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
        } catch (ZipException notZip) {
            return false;
        }
    }
}
