package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The final report is issued, and everything is read back into a folder. */
record Publication(Context at) {
    private static final Map<String, String> EDITIONS = new LinkedHashMap<>();

    static {
        EDITIONS.put("report.pdf", "application/pdf");
        EDITIONS.put("report.html", "text/html");
        EDITIONS.put("report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        EDITIONS.put("report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    void issue() {
        Session bureau = at.cast().bureau();
        Place last = at.parts().evaluationAt("report").below("/final");
        at.progress().tell("等待正式报告");
        JsonNode rendered = at.api()
                .await(bureau, last, body -> !body.path("state").asText().isEmpty(), "正式报告");
        if (!rendered.path("state").asText().equals("ISSUED")) {
            at.progress().tell("区民政局签发报告");
            at.api().put(bureau, last.below("/issue"), Json.object());
        }
    }

    /** Writes result.json and the report's editions. */
    JsonNode readInto(Path folder) {
        Session bureau = at.cast().bureau();
        at.progress().tell("从各服务读回结果");
        JsonNode score = at.api().get(bureau, at.parts().evaluationAt("scoring").below("/result"));
        JsonNode result = new ResultFile(
                        frozen(bureau, "indicator", "/achievement/versions/", "achievementVersion"),
                        frozen(bureau, "staffing", "/staffing/versions/", "staffingVersion"),
                        at.api().get(bureau, at.parts().evaluationAt("report").below("/discrepancies")),
                        score)
                .assembled();
        try {
            Files.createDirectories(folder);
            byte[] bytes = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(result);
            Files.write(folder.resolve("result.json"), bytes);
        } catch (IOException e) {
            throw new Halt("无法写入 %s：%s", folder, e.getMessage());
        }
        EDITIONS.forEach((name, type) -> {
            Place edition = at.parts().evaluationAt("report").below("/final/" + name);
            at.api().download(bureau, edition, type, folder.resolve(name));
        });
        return result;
    }

    private JsonNode frozen(Session bureau, String service, String path, String version) {
        JsonNode evaluation = at.api().get(bureau, at.parts().evaluationAt("scoring"));
        return at.api()
                .get(
                        bureau,
                        at.parts()
                                .evaluationAt(service)
                                .below(path + evaluation.path(version).asInt()));
    }
}
