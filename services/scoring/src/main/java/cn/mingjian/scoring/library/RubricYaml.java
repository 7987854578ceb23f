package cn.mingjian.scoring.library;

import cn.mingjian.scoring.rubric.RubricDocument;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;

/** A rubric in the form of a bundle's rubric.yaml. */
final class RubricYaml {

    static final String MEDIA_TYPE = "application/yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    private RubricYaml() {}

    static String write(RubricDocument rubric) {
        try {
            return YAML.writeValueAsString(rubric);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a rubric has a YAML form", impossible);
        }
    }

    /** Ends the request when it is no rubric; whether it is a good one is for others to say. */
    static RubricDocument read(byte[] file) {
        try {
            RubricDocument rubric = YAML.readValue(file, RubricDocument.class);
            if (rubric == null) {
                throw LibraryProblem.FILE_UNREADABLE.because("文件没有内容");
            }
            return rubric;
        } catch (JsonProcessingException unreadable) {
            var at = unreadable.getLocation();
            throw LibraryProblem.FILE_UNREADABLE.because(
                    "YAML 第 %d 行无法识别", at == null ? 1 : Math.max(at.getLineNr(), 1));
        } catch (IOException notText) {
            throw LibraryProblem.FILE_UNREADABLE.because("文件不是 UTF-8 文本");
        }
    }
}
