package cn.mingjian.report.rendering;

import cn.mingjian.report.Dagang;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.rules.form.Form;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Dagang's sources with what reports are seldom made of: figures that nobody knows, texts that mean something to files. */
final class OddSources {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Formulas, mark-up, figures with leading or too many digits, rare hanzi (some beyond the basic plane), no place to break. */
    private static final List<String> TEXTS = List.of(
            "=1+1",
            "+86",
            "-2",
            "@SUM(A1)",
            "<b>&amp;</b>",
            "]]>&#x20;\"引号\"'撇号'{code}{#if}",
            "镕堃喆㐂𠅤㎡Ⅳ①",
            "007",
            "1.50",
            "98765432109876543210",
            "a  b\tc",
            "很长的一段话没有标点".repeat(40),
            "ABCDEFGHIJ".repeat(20));

    private static final List<String> FIGURES =
            List.of("0", "0.00", "-12.50", "7", "3.333", "1234567.89", "99999999999999999999", "100.00", "0.10");

    private static final Set<String> TEXT_KEYS = Set.of(
            "name", "title", "text", "provider", "purpose", "note", "operator", "organisation", "evidence", "unit");
    private static final Set<String> FIGURE_KEYS = Set.of(
            "agreed",
            "completed",
            "recorded",
            "rate",
            "total",
            "raw",
            "weighted",
            "score",
            "max",
            "personMonths",
            "certifiedPersonMonths",
            "experiencedPersonMonths",
            "averageHeadcount",
            "certifiedRate",
            "experiencedRate",
            "TURNOVER",
            "ON_DUTY",
            "CERTIFIED_ON_DUTY",
            "left",
            "right");
    private static final Set<String> COUNT_KEYS =
            Set.of("headcount", "certified", "experienced", "leavers", "reviewBacklog", "workers");

    private OddSources() {}

    /** Of the characters that files cannot have or screens cannot show, those that forms let in. */
    static String characters() {
        return IntStream.of(
                        0, 7, 9, 0xB, 0x7F, 0x85, 0xAD, 0x200B, 0x202E, 0x2028, 0xD800, 0xE000, 0xFDD0, 0xFEFF, 0xFFFD,
                        0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0x10FFFD, 0x10FFFF)
                .mapToObj(Character::toString)
                .filter(character -> Form.TEXT.fault(character).isEmpty())
                .collect(Collectors.joining("字", "字", "字"));
    }

    /** Every figure that may be unknown is. */
    static ReportSources unknown() {
        return changed(sources -> walk(sources, (parent, key) -> {
            if (FIGURE_KEYS.contains(key) && parent.get(key).isTextual() || COUNT_KEYS.contains(key)) {
                parent.putNull(key);
            }
        }));
    }

    /** No areas, no indicators, nobody on the roster, nothing found, nothing said. */
    static ReportSources empty() {
        return changed(sources -> {
            for (String list : List.of(
                    "/agreement/areas",
                    "/agreement/indicators",
                    "/achievement/indicators",
                    "/achievement/discrepancies",
                    "/achievement/pacing",
                    "/achievement/resources",
                    "/staffing/attendance",
                    "/staffing/training",
                    "/staffing/exceptions",
                    "/findings",
                    "/claimDiscrepancies",
                    "/feedback")) {
                ((ArrayNode) sources.at(list)).removeAll();
            }
            sources.putNull("satisfaction").putNull("remediation");
        });
    }

    /** A veto was upheld; the total is what it is, the grade the lowest. */
    static ReportSources vetoed() {
        return changed(sources -> {
            ObjectNode result = (ObjectNode) sources.get("result");
            result.put("grade", "不合格").putObject("cites").putArray("vetoes").add(1);
        });
    }

    /** A third of the texts and figures replaced, by chance. */
    static ReportSources random(long seed) {
        Random chance = new Random(seed);
        return changed(sources -> walk(sources, (parent, key) -> {
            if (chance.nextInt(3) > 0) {
                return;
            }
            if (TEXT_KEYS.contains(key) && parent.get(key).isTextual()) {
                parent.put(key, TEXTS.get(chance.nextInt(TEXTS.size())));
            } else if (FIGURE_KEYS.contains(key) && parent.get(key).isTextual()) {
                parent.put(key, chance.nextBoolean() ? FIGURES.get(chance.nextInt(FIGURES.size())) : null);
            } else if (COUNT_KEYS.contains(key)) {
                parent.put(key, chance.nextBoolean() ? (Integer) chance.nextInt(2000) : null);
            }
        }));
    }

    private static ReportSources changed(Consumer<ObjectNode> change) {
        ObjectNode sources = JSON.valueToTree(Dagang.sources());
        change.accept(sources);
        try {
            return JSON.treeToValue(sources, ReportSources.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @FunctionalInterface
    private interface Change {
        void at(ObjectNode parent, String key);
    }

    private static void walk(JsonNode node, Change change) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getValue().isContainerNode()) {
                    walk(field.getValue(), change);
                } else {
                    change.at(object, field.getKey());
                }
            }
        } else {
            node.forEach(element -> walk(element, change));
        }
    }
}
