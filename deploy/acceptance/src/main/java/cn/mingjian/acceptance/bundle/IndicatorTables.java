package cn.mingjian.acceptance.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Areas, catalogue, targets and declared figures. */
final class IndicatorTables {
    /** An indicator of kind VOLUME; a faithful one is recorded exactly as it is declared. */
    record Volume(String code, boolean perArea, String type, boolean attendance, boolean faithful) {}

    /** What is declared of a faithful indicator, to be recorded as it is. */
    record Faithful(String type, String area, int count) {}

    private static final List<String> CODES = List.of(
            "home-visits",
            "referrals",
            "cases",
            "case-closures",
            "groups",
            "activities",
            "volunteers",
            "hotline-calls");
    private static final List<String> NAMES = List.of("上门探访", "咨询, 含热线", "结对\"帮扶\"", "小组", "社区活动", "培训", "走访", "议事会");

    private final Draw draw;
    private final Plan plan;
    final List<Volume> volumes = new ArrayList<>();
    final List<Faithful> faithful = new ArrayList<>();
    private final List<List<String>> indicators = new ArrayList<>();
    private final List<List<String>> targets = new ArrayList<>();
    private final List<List<String>> declared = new ArrayList<>();

    IndicatorTables(Draw draw, Plan plan) {
        this.draw = draw;
        this.plan = plan;
        int count = draw.between(3, CODES.size() - 1);
        int shift = draw.between(0, CODES.size() - 1);
        for (int i = 0; i < count; i++) volume(code(CODES.get((i + shift) % CODES.size())), i);
        if (plan.seed() % 4 != 0) exactThird();
        for (int i = 0; i < draw.between(0, 2); i++) rate("share-" + i, draw.of(volumes), draw.of(volumes));
        nearlyMet();
    }

    private String code(String code) {
        return plan.hasFreeCodes() ? code.replace('-', '_').toUpperCase(Locale.ROOT) : code;
    }

    void write(BundleFolder folder) {
        folder.table("areas.csv", "code,name,workers,communities", areas());
        folder.table("indicators.csv", "code,name,unit,scope,kind,source,measure", indicators);
        folder.table("targets.csv", "indicator,area,agreed", targets);
        folder.table("declared.csv", "indicator,area,completed", declared);
    }

    private List<List<String>> areas() {
        return plan.areas().stream()
                .map(area -> List.of(
                        area,
                        draw.of("东片区", "西片区, 含新村", "中心\"示范\"片区"),
                        String.valueOf(draw.between(0, 12)),
                        draw.of("东村", "东村|西村", "东村|西村|河口社区, 北")))
                .toList();
    }

    private void volume(String code, int number) {
        boolean perArea = draw.chance(65);
        boolean faithfulOne = number == 0;
        boolean attendance = !faithfulOne && draw.chance(30);
        String type = faithfulOne ? "kept-" + code : draw.of("visit", "meeting", "call", code);
        volumes.add(new Volume(code, perArea, type, attendance, faithfulOne));
        indicators.add(List.of(
                code,
                draw.of(NAMES),
                draw.of("人次", "个", "场"),
                perArea ? "AREA" : "STATION",
                "VOLUME",
                type,
                attendance ? "ATTENDANCE" : "COUNT"));
        int target = draw.of(0, 7, 40, 300);
        boolean targeted = draw.chance(85);
        if (targeted) target(code, "", target + (draw.chance(15) ? ".50" : ""));
        if (perArea) allocate(code, target);
        if (faithfulOne) declareFaithfully(code, perArea, type);
        else declare(code, perArea, target);
    }

    private void allocate(String code, int target) {
        int shape = draw.between(0, 3);
        if (shape == 0) return;
        int areas = plan.areas().size();
        for (int i = 0; i < areas; i++) {
            if (shape == 1 && i == 0 && areas > 1) continue;
            int share = target / areas + (i == areas - 1 ? target % areas : 0);
            target(code, plan.areas().get(i), String.valueOf(shape == 2 ? share : share + draw.between(0, 3)));
        }
    }

    private void declareFaithfully(String code, boolean perArea, String type) {
        for (String area : perArea ? plan.areas() : List.of("")) {
            int count = draw.between(0, 5);
            declare(code, area, String.valueOf(count));
            faithful.add(new Faithful(type, area, count));
        }
    }

    private void declare(String code, boolean perArea, int target) {
        int shape = draw.between(0, 6);
        if (shape == 0) return;
        if (!perArea || shape <= 2)
            declare(code, "", shape == 3 ? String.valueOf(target) : draw.between(0, 60) + draw.of("", "", ".5", ".0"));
        if (perArea && shape != 1)
            for (String area : plan.areas())
                if (draw.chance(85)) declare(code, area, String.valueOf(draw.between(0, 40)));
    }

    /** Printed 66.67 against a target of 66.67, and yet more than it. */
    private void exactThird() {
        indicators.add(List.of("thirds-done", "三分之二", "个", "STATION", "VOLUME", "third", "COUNT"));
        indicators.add(List.of("thirds", "三分之全", "个", "STATION", "VOLUME", "third", "ATTENDANCE"));
        indicators.add(List.of("thirds-rate", "三分率", "%", "STATION", "RATE", "thirds-done", "thirds"));
        declare("thirds-done", "", "2");
        target("thirds", "", "3");
        target("thirds-rate", "", draw.of("66.67", "66.66", "70"));
    }

    private void rate(String code, Volume numerator, Volume denominator) {
        boolean perArea = draw.chance(50);
        indicators.add(
                List.of(code, "比率", "%", perArea ? "AREA" : "STATION", "RATE", numerator.code(), denominator.code()));
        if (draw.chance(60)) target(code, "", draw.of("80", "12.5", "0"));
        if (perArea && draw.chance(60)) plan.areas().forEach(area -> target(code, area, draw.of("50", "80")));
    }

    /** Printed 100.00 and yet not met. */
    private void nearlyMet() {
        indicators.add(List.of("records", "档案", "份", "STATION", "VOLUME", "never-recorded", "COUNT"));
        target("records", "", "30000");
        declare("records", "", draw.of("29999", "30000", "30001"));
    }

    private void target(String code, String area, String agreed) {
        targets.add(List.of(code, area, agreed));
    }

    private void declare(String code, String area, String completed) {
        declared.add(List.of(code, area, completed));
    }
}
