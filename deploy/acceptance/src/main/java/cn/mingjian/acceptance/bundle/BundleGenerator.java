package cn.mingjian.acceptance.bundle;

import static cn.mingjian.acceptance.bundle.BundleFolder.entry;

import cn.mingjian.acceptance.oracle.Oracle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the correct bundle that belongs to a seed. */
public final class BundleGenerator {
    private static final List<List<String>> WEIGHTS = List.of(
            List.of("55", "15", "20", "10"),
            List.of("25", "25", "25", "25"),
            List.of("40.5", "29.5", "20", "10"),
            List.of("33.33", "33.33", "33.30", "0.04"));

    private final Plan plan;
    private final Path bundle;
    private final BundleFolder folder;

    private BundleGenerator(long seed, Path bundle) {
        this.plan = Plan.of(seed);
        this.bundle = bundle;
        this.folder = new BundleFolder(bundle, plan.style());
    }

    /** Writes the bundle of a seed into a folder. */
    public static void main(String... seedAndFolder) {
        write(Long.parseLong(seedAndFolder[0]), Path.of(seedAndFolder[1]));
    }

    /** Writes the bundle of a seed; a seed that 5 divides continues the station of the seed before it. */
    public static void write(long seed, Path bundle) {
        new BundleGenerator(seed, bundle).write();
    }

    private void write() {
        Draw draw = new Draw(plan.seed() + 1000);
        List<String> weights = plan.isTie() ? WEIGHTS.getFirst() : draw.of(WEIGHTS);
        IndicatorTables tables = new IndicatorTables(draw, plan);
        tables.write(folder);
        new StaffTables(draw, plan).write(folder);
        new ScoreFiles(draw, plan).write(folder);
        if (plan.hasRecords()) folder.lines("service-records.ndjson", records(plan));
        folder.yaml("evaluation.yaml", evaluation(new Draw(plan.seed()), weights, "83.76"));
        if (plan.seed() % 4 == 2) {
            String total = new Oracle(bundle).result().at("/score/total").asText();
            folder.yaml("evaluation.yaml", evaluation(new Draw(plan.seed()), weights, total));
        }
        if (!plan.isBare()) new TextFiles(draw, plan, folder).write(bundle);
    }

    private static List<String> records(Plan plan) {
        if (plan.hasEmptyRecords()) return List.of();
        Draw draw = new Draw(plan.seed() + 2000);
        IndicatorTables tables = new IndicatorTables(new Draw(plan.seed() + 1000), plan);
        Plan earlier = Plan.of(plan.isFollowUp() ? plan.seed() - 1 : plan.seed());
        boolean continues = plan.isFollowUp() && earlier.hasRecords();
        return new RecordLines(draw, plan, tables).shuffledWith(continues ? records(earlier) : List.of());
    }

    private Map<String, Object> evaluation(Draw draw, List<String> weights, String band) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "mingjian/evaluation-bundle/v1");
        all.put("district", entry("code", plan.districtCode(), "name", plan.districtName()));
        all.put("station", station(draw));
        if (!plan.isBare())
            all.put("coverage", entry("households", "188", "persons", "210", "residentsServed", "4657"));
        all.put("agreement", agreement(draw));
        Map<String, Object> evaluation = entry("code", plan.evaluation(), "title", "社工站评估: 第" + plan.seed() + "轮");
        evaluation.put("stage", plan.stage());
        evaluation.put("evidence", entry("from", plan.from(), "to", plan.to()));
        evaluation.put("onSite", plan.onSite().toString());
        evaluation.put("reportDate", plan.onSite().plusDays(draw.between(9, 30)).toString());
        if (draw.chance(50)) evaluation.put("note", "生成的数据, 不代表任何真实评估。");
        all.put("evaluation", evaluation);
        all.put("parties", parties(draw, weights));
        all.put("grades", grades(draw, band));
        if (plan.seed() % 10 == 7 || !plan.isTie() && draw.chance(50)) all.put("rounding", "AT_END");
        else if (draw.chance(50)) all.put("rounding", "PER_PARTY");
        if (draw.chance(75)) all.put("publish", draw.of("GRADE", "TOTAL", "PARTIES", "PARTIES"));
        if (plan.seed() % 5 != 1) all.put("vetoes", vetoes());
        Map<String, Object> staffing = entry("experiencedYears", plan.experiencedYears());
        staffing.put("halfMonthAfterDay", String.valueOf(plan.halfMonthAfterDay()));
        staffing.put(
                "retention", List.of("TURNOVER", "ON_DUTY", "CERTIFIED_ON_DUTY").get((int) (plan.seed() % 3)));
        all.put("staffing", staffing);
        all.put("records", entry("reviewWithinDays", plan.reviewWithinDays()));
        return all;
    }

    private Map<String, Object> station(Draw draw) {
        Map<String, Object> station = entry("code", plan.stationCode(), "name", "第" + plan.station() + "社工站, \"示范\"站");
        if (plan.isBare()) return station;
        station.put("town", "东涌镇");
        station.put("founded", "2012-06");
        station.put("sites", String.valueOf(draw.between(1, 40)));
        station.put("population", "86364");
        return station;
    }

    private Map<String, Object> agreement(Draw draw) {
        Map<String, Object> agreement =
                entry("code", "service-agreement", "from", plan.from().minusYears(1));
        agreement.put("to", plan.from().plusYears(3).toString());
        if (draw.chance(50))
            agreement.put(
                    "serviceYear",
                    entry("from", plan.from(), "to", plan.from().plusYears(1).minusDays(1)));
        agreement.put("annualFee", draw.of("6630000.00", "510000", "0.5"));
        agreement.put("requiredStaff", plan.seed() % 10 == 4 ? "0" : String.valueOf(draw.between(1, 30)));
        agreement.put("operator", "社会工作服务中心, 甲");
        return agreement;
    }

    private List<Object> parties(Draw draw, List<String> weights) {
        List<Object> parties = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Map<String, Object> party = entry("party", ScoreFiles.PARTIES.get(i), "organisation", "评估机构" + (i + 1));
            party.put("weight", weights.get(i));
            party.put("aggregation", draw.of("MEAN", "TRIMMED_MEAN"));
            parties.add(party);
        }
        return parties;
    }

    /** One band begins exactly at a figure that matters; in any order. */
    private List<Object> grades(Draw draw, String band) {
        List<Object> grades = new ArrayList<>();
        grades.add(entry("grade", "达标", "from", band));
        if (!band.equals("0.00")) grades.add(entry("grade", "不达标", "from", "0"));
        if (!band.startsWith("100")) grades.add(entry("grade", "示范", "from", "100"));
        draw.shuffle(grades);
        return grades;
    }

    private List<Object> vetoes() {
        Map<String, Object> refused = entry("title", "财务问题", "reason", "查无实据");
        refused.put("upheld", "false");
        Map<String, Object> upheld = entry("title", "虚报服务, 情节严重", "reason", "经核实成立");
        upheld.put("upheld", "true");
        return switch ((int) (plan.seed() % 5)) {
            case 2 -> List.of(refused, upheld);
            case 3 -> List.of(refused);
            default -> List.of();
        };
    }
}
