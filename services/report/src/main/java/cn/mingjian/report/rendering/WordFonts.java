package cn.mingjian.report.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The font table of the Word edition: the faces of official documents, each with one that takes its place. */
final class WordFonts {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
    private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

    static {
        INSTEAD.put("仿宋_GB2312", "仿宋");
        INSTEAD.put("楷体_GB2312", "楷体");
        INSTEAD.put("方正小标宋简体", "小标宋,华文中宋");
        INSTEAD.put("黑体", "SimHei");
        INSTEAD.put("宋体", "SimSun");
    }

    private WordFonts() {}

    static void addTo(XWPFDocument document) throws IOException {
        StringBuilder table = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        INSTEAD.forEach((face, instead) -> table.append("<w:font w:name=\"")
                .append(face)
                .append("\"><w:altName w:val=\"")
                .append(instead)
                .append("\"/><w:charset w:val=\"86\"/></w:font>"));
        try {
            PackagePart part =
                    document.getPackage().createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"), TYPE);
            try (OutputStream out = part.getOutputStream()) {
                out.write(table.append("</w:fonts>").toString().getBytes(StandardCharsets.UTF_8));
            }
            document.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, RELATION);
        } catch (InvalidFormatException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
