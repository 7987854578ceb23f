package cn.mingjian.acceptance.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rubric, panel and sheets of the four parties. */
final class ScoreFiles {
    static final List<String> PARTIES = List.of("THIRD_PARTY", "SUPERVISORY_CENTER", "PURCHASER", "SUPERVISOR");

    private static final List<String> PREFIXES = List.of("TP", "SC", "PU", "SV");

    private record Item(String code, BigDecimal max, String kind) {}

    private final Draw draw;
    private final Plan plan;
    private final String step;
    private final Map<String, Object> rubric = new LinkedHashMap<>();
    private final List<List<String>> panel = new ArrayList<>();
    private final List<List<String>> scores = new ArrayList<>();
    private List<Item> items = new ArrayList<>();

    ScoreFiles(Draw draw, Plan plan) {
        this.draw = draw;
        this.plan = plan;
        this.step = plan.isTie() ? "0.05" : draw.of("", "0.5", "0.25", "1", "0.1");
        for (String party : PARTIES) {
            String prefix = PREFIXES.get(PARTIES.indexOf(party));
            items = new ArrayList<>();
            rubric.put(party, plan.isTie() ? tieCategories(prefix) : categories(prefix));
            if (plan.isTie()) tieScores(prefix, party);
            else score(prefix, party);
        }
    }

    void write(BundleFolder folder) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("code", "rubric-" + plan.seed());
        whole.put("version", "1");
        if (!step.isEmpty()) whole.put("step", step);
        whole.put("parties", rubric);
        folder.yaml("rubric.yaml", whole);
        folder.table("panel.csv", "evaluator,party,label,role,pledgedOn,recused,recusalReason", panel);
        folder.table("scores.csv", "evaluator,item,score,comment", scores);
    }

    private List<Object> categories(String prefix) {
        List<Object> categories = new ArrayList<>();
        int depth = draw.between(1, 4);
        for (int i = 1; i <= draw.between(1, 3); i++) categories.add(category(prefix + i, depth));
        return categories;
    }

    private Map<String, Object> category(String code, int depth) {
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("code", code);
        category.put("name", draw.of("项目管理", "服务质量, 含回访", "\"成效\""));
        List<Object> own = new ArrayList<>();
        for (int i = 1; i <= draw.between(1, 3); i++) own.add(item(code + "." + i));
        category.put("items", own);
        if (depth > 1) category.put("categories", List.of(category(code + "-" + depth, depth - 1)));
        return category;
    }

    private Map<String, Object> item(String code) {
        boolean first = items.isEmpty();
        String kind = first ? "REGULAR" : draw.of("REGULAR", "REGULAR", "REGULAR", "", "BONUS", "DEDUCTION");
        BigDecimal max = new BigDecimal(draw.of("3", "5", "10", "20", "7.5", "33.3"));
        items.add(new Item(code, max, kind.isEmpty() ? "REGULAR" : kind));
        return itemEntry(code, max, kind);
    }

    private Map<String, Object> itemEntry(String code, BigDecimal max, String kind) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", code);
        entry.put("name", draw.of("制度", "人员, 设备", "服务对象评价"));
        entry.put("max", max.toPlainString());
        if (draw.chance(20)) entry.put("basis", draw.of("staffing:retention", "satisfaction", "indicator:records"));
        if (!kind.isEmpty()) entry.put("kind", kind);
        return entry;
    }

    private void score(String prefix, String party) {
        List<String> evaluators = panel(prefix, party, draw.between(1, 7));
        int low = draw.of(0, 50, 95);
        int high = low == 0 ? draw.of(4, 100) : 100;
        BigDecimal stride = new BigDecimal(step.isEmpty() ? "0.5" : step);
        for (Item item : items) {
            boolean nobody = item != items.getFirst() && draw.chance(8);
            for (String evaluator : evaluators) {
                boolean first = item == items.getFirst() && evaluator.equals(evaluators.getFirst());
                boolean none = nobody || !first && draw.chance(10);
                int extra = item.kind().equals("REGULAR") ? low : 60;
                String given = none
                        ? "NA"
                        : draw.part(item.max(), stride, extra, extra == 60 ? 100 : high)
                                .toPlainString();
                scores.add(List.of(evaluator, item.code(), given, draw.chance(5) ? "见附件, 第2页" : ""));
            }
        }
    }

    /** Eligible evaluators with one lead, and now and then somebody recused or without a pledge. */
    private List<String> panel(String prefix, String party, int eligible) {
        String code = plan.hasFreeCodes() ? "评委" + prefix : prefix.toLowerCase(Locale.ROOT) + "-";
        List<String> evaluators = new ArrayList<>();
        int lead = draw.between(1, eligible);
        String pledged = plan.onSite().minusDays(draw.between(0, 20)).toString();
        for (int i = 1; i <= eligible; i++) {
            evaluators.add(code + i);
            panel.add(List.of(code + i, party, "评委" + i, i == lead ? "LEAD" : "MEMBER", pledged, "false", ""));
        }
        if (draw.chance(35))
            panel.add(
                    List.of(code + "r", party, "评委, 回避", draw.of("LEAD", "MEMBER"), pledged, "true", "与承办方有利害关系, 已核实"));
        if (draw.chance(35)) panel.add(List.of(code + "u", party, "评委未签", "MEMBER", "", "false", ""));
        return evaluators;
    }

    /** Thirds that add up: every party 83.75, the last one 83.80; weighted 55, 15, 20, 10 that is 83.755. */
    private List<Object> tieCategories(String prefix) {
        List<Object> entries = new ArrayList<>();
        for (String code : List.of(prefix + "1.1", prefix + "1.2"))
            entries.add(itemEntry(code, new BigDecimal("50"), ""));
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("code", prefix + "1");
        category.put("name", "全部");
        category.put("items", entries);
        return List.of(category);
    }

    private void tieScores(String prefix, String party) {
        List<String> evaluators = panel(prefix, party, 3);
        List<String> first = List.of("41", "42", "42");
        List<String> second =
                party.equals("SUPERVISOR") ? List.of("42", "42.2", "42.20") : List.of("42", "42.25", "42");
        for (int i = 0; i < 3; i++) {
            scores.add(List.of(evaluators.get(i), prefix + "1.1", first.get(i), ""));
            scores.add(List.of(evaluators.get(i), prefix + "1.2", second.get(i), ""));
        }
    }
}
