package cn.mingjian.report.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The faces of the paper edition. Noto fonts come with the service; a deployer who holds licences mounts 仿宋, 小标宋,
 * 楷体 and 黑体 in a folder. Each font is parsed once and shared by all documents, which embed what they use of it.
 */
public final class Typefaces {

    private static final Logger LOG = Logger.getLogger(Typefaces.class);

    /** A face that the style sheet names, the file a deployer may mount for it, and what comes with the service. */
    private enum Face {
        Song(null, "song.ttf"),
        Bold(null, "biaosong.ttf"),
        Hei("heiti.ttf", "hei.ttf"),
        XiaoBiaoSong("xiaobiaosong.ttf", "biaosong.ttf"),
        FangSong("fangsong.ttf", null),
        Kai("kaiti.ttf", null);

        private final @Nullable String mounted;
        private final @Nullable String bundled;

        Face(@Nullable String mounted, @Nullable String bundled) {
            this.mounted = mounted;
            this.bundled = bundled;
        }
    }

    private final Map<Face, TrueTypeFont> fonts = new EnumMap<>(Face.class);

    /** @param mounted folder with licensed fonts, or null */
    public Typefaces(@Nullable Path mounted) {
        Map<String, TrueTypeFont> bundled = new HashMap<>();
        for (Face face : Face.values()) {
            TrueTypeFont own = face.mounted == null || mounted == null ? null : mounted(mounted.resolve(face.mounted));
            if (own != null) {
                fonts.put(face, own);
            } else if (face.bundled != null) {
                fonts.put(face, bundled.computeIfAbsent(face.bundled, Typefaces::bundled));
            }
        }
    }

    private static @Nullable TrueTypeFont mounted(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            TrueTypeFont font = parse(Files.readAllBytes(file));
            if (font.getTableMap().containsKey("glyf")) {
                return font;
            }
            LOG.warnf("font %s has no TrueType outlines; the bundled face is used", file.getFileName());
        } catch (IOException failure) {
            LOG.warnf("font %s cannot be read; the bundled face is used: %s", file.getFileName(), failure.getMessage());
        }
        return null;
    }

    private static TrueTypeFont bundled(String name) {
        try (InputStream file = Typefaces.class.getResourceAsStream("/fonts/" + name)) {
            if (file == null) {
                throw new IllegalStateException("font " + name + " is not in the build");
            }
            return parse(file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TrueTypeFont parse(byte[] font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }

    /** Lets the renderer write into the document with these faces; faces that share a font embed it once. */
    void use(PdfRendererBuilder renderer, PDDocument document) throws IOException {
        Map<TrueTypeFont, PDFontSupplier> embedded = new IdentityHashMap<>();
        for (Map.Entry<Face, TrueTypeFont> face : fonts.entrySet()) {
            PDFontSupplier font = embedded.get(face.getValue());
            if (font == null) {
                font = new PDFontSupplier(PDType0Font.load(document, face.getValue(), true));
                embedded.put(face.getValue(), font);
            }
            renderer.useFont(font, face.getKey().name(), 400, FontStyle.NORMAL, true);
        }
    }
}
