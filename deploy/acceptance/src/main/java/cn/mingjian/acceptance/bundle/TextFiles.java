package cn.mingjian.acceptance.bundle;

import static cn.mingjian.acceptance.bundle.BundleFolder.entry;

import cn.mingjian.acceptance.oracle.Oracle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The files a bundle may leave out: claims, findings, feedback, remediation, training, resources, satisfaction. */
final class TextFiles {
    private static final List<String> CHAPTERS = List.of(
            "PROJECT_MANAGEMENT",
            "SERVICE_DELIVERY",
            "SERVICE_MONITORING",
            "SERVICE_OUTCOMES",
            "SUPERVISORY_CENTER",
            "PURCHASER",
            "SUPERVISOR");

    private final Draw draw;
    private final Plan plan;
    private final BundleFolder folder;

    TextFiles(Draw draw, Plan plan, BundleFolder folder) {
        this.draw = draw;
        this.plan = plan;
        this.folder = folder;
    }

    void write(Path bundle) {
        if (draw.chance(90)) claims(new Oracle(bundle));
        if (draw.chance(85)) findings();
        if (draw.chance(85)) feedback();
        if (draw.chance(70)) remediation();
        if (draw.chance(70)) tables();
    }

    /** True ones with fewer and with more decimals, wrong ones, and some about what nobody can know. */
    private void claims(Oracle oracle) {
        Map<String, LinkedHashSet<String>> values = new LinkedHashMap<>();
        for (String subject : oracle.subjects())
            for (int i = 0; i < 2; i++) {
                var value = values.computeIfAbsent(subject, any -> new LinkedHashSet<>());
                String figure = oracle.figure(subject, draw.between(0, 4)).orElse(draw.of("0", "12.50"));
                value.add(draw.chance(25) ? draw.between(0, 200) + draw.of("", ".5", ".10") : figure.replace("-", ""));
            }
        List<Object> claims = new ArrayList<>();
        values.forEach((subject, all) -> all.forEach(value ->
                claims.add(entry("source", draw.of("服务开展情况", "购买方评价, 第3页"), "subject", subject, "value", value))));
        folder.yaml("claims.yaml", claims);
    }

    private void findings() {
        List<Object> findings = new ArrayList<>();
        for (String chapter : CHAPTERS)
            for (int i = 0; i < draw.between(0, 3); i++) {
                Map<String, Object> finding = entry(
                        "chapter",
                        chapter,
                        "kind",
                        draw.of("COMMENDATION", "CONCERN"),
                        "title",
                        draw.of("台账清楚", "\"小而美\"项目: 有新意", "频次不均"),
                        "text",
                        draw.of("抽查的记录能够对应。", "建议按月核对进度, 并在季度末复核; 逐项销号。"));
                if (chapter.equals("SERVICE_DELIVERY")) finding.put("areas", List.of(draw.of(plan.areas())));
                findings.add(finding);
            }
        folder.yaml("findings.yaml", findings);
    }

    private void feedback() {
        Map<String, Object> feedback = new LinkedHashMap<>();
        String on = plan.onSite().toString();
        if (draw.chance(80)) feedback.put("onSite", entry("on", on, "outcome", "NO_OBJECTION", "text", "对现场意见没有异议。"));
        List<Object> draft = new ArrayList<>();
        String later = plan.onSite().plusDays(8).toString();
        for (String from : List.of("OPERATOR", "PURCHASER", "SUPERVISOR")) {
            if (draw.chance(40))
                draft.add(entry(
                        "from",
                        from,
                        "on",
                        later,
                        "outcome",
                        "OBJECTION",
                        "text",
                        "第三项得分偏低, 请复核。",
                        "answer",
                        "REFUSED",
                        "reason",
                        "经复核, 评分依据充分。"));
            if (draw.chance(60)) draft.add(entry("from", from, "on", later, "outcome", "NO_OBJECTION"));
        }
        feedback.put("draft", draft);
        folder.yaml("feedback.yaml", feedback);
    }

    private void remediation() {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < draw.between(1, 3); i++)
            items.add(entry(
                    "raised", "MIDTERM", "title", "补充调研", "status", draw.of("DONE", "PARTIAL"), "evidence", "调研报告"));
        folder.yaml("remediation.yaml", items);
    }

    private void tables() {
        folder.table(
                "training.csv",
                "on,kind,title,hours,attendees",
                List.of(
                        List.of(plan.from().toString(), "TRAINING", "入户, 建档", "2.5", "12"),
                        List.of(plan.to().toString(), "SUPERVISION", "个案督导", "3", "0")));
        folder.table(
                "resources.csv",
                "on,provider,kind,value,area,purpose",
                List.of(
                        List.of(plan.from().toString(), "本地企业, 甲", "CASH", "20000.00", "", "慈善基金"),
                        List.of(plan.to().toString(), "商户\"乙\"", "IN_KIND", "0", draw.of(plan.areas()), "慰问")));
        List<List<String>> answers = new ArrayList<>();
        for (int i = 0; i < draw.between(1, 20); i++)
            answers.add(List.of("SERVICE_USER", draw.of("ONLINE", "PHONE"), String.valueOf(draw.between(1, 5))));
        folder.table("satisfaction.csv", "group,channel,score", answers);
    }
}
