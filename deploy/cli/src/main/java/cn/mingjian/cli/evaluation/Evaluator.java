package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.bundle.CsvFile;
import cn.mingjian.cli.bundle.Row;
import cn.mingjian.rules.scoring.Party;
import java.util.List;
import java.util.Optional;

/** Somebody of the panel. */
record Evaluator(
        String code, Party party, String label, boolean lead, Optional<String> pledgedOn, Optional<String> recusal) {

    static List<Evaluator> of(Bundle bundle) {
        return bundle.rows(CsvFile.PANEL).stream().map(Evaluator::of).toList();
    }

    private static Evaluator of(Row row) {
        boolean recused = Boolean.parseBoolean(row.get("recused"));
        return new Evaluator(
                row.get("evaluator"),
                Party.valueOf(row.get("party")),
                row.get("label"),
                row.get("role").equals("LEAD"),
                row.find("pledgedOn"),
                recused ? Optional.of(row.get("recusalReason")) : Optional.empty());
    }

    boolean isEligible() {
        return pledgedOn.isPresent() && recusal.isEmpty();
    }

    String role() {
        return lead ? "LEAD" : "MEMBER";
    }
}
