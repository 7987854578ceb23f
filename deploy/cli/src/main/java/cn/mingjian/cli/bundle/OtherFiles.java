package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.claim.ClaimSubject;
import cn.mingjian.rules.claim.ReportShapes;
import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.scoring.ScoringShapes;
import java.util.List;
import java.util.Optional;

/** The YAML files that a bundle may leave out: claims, findings, feedback and remediation. */
final class OtherFiles {
    static final String CLAIMS = "claims.yaml";
    static final String FINDINGS = "findings.yaml";
    static final String FEEDBACK = "feedback.yaml";
    static final String REMEDIATION = "remediation.yaml";

    private OtherFiles() {}

    /** claims.yaml: figures that somebody wrote down. */
    static Optional<Branch> claims(Folder folder, Known indicators, Findings findings) {
        Optional<Branch> file = Yaml.read(CLAIMS, false, folder);
        for (Branch claim : mappings(file)) {
            Values values = claim.values(ReportShapes.CLAIM);
            values.find("subject")
                    .flatMap(subject -> ClaimSubject.check("", subject, indicators))
                    .ifPresent(problem -> findings.add(values.at("subject"), problem));
        }
        return file;
    }

    /** findings.yaml: what each chapter commends and is concerned about. */
    static Optional<Branch> findings(Folder folder, Known areas, Findings findings) {
        Optional<Branch> file = Yaml.read(FINDINGS, false, folder);
        for (Branch finding : mappings(file)) {
            finding.values(ScoringShapes.FINDING);
            for (Branch area : finding.mayList("areas")) {
                Optional<Problem> unknown = area.words(Form.KEY).flatMap(code -> areas.cite("", Rule.AREA_KNOWN, code));
                unknown.ifPresent(problem -> findings.add(area, problem));
            }
        }
        return file;
    }

    /** feedback.yaml: what was said on site, and on the draft report. */
    static Optional<Branch> feedback(Folder folder) {
        Optional<Branch> file =
                Yaml.read(FEEDBACK, false, folder).filter(root -> !root.isNothing() && root.isMapping());
        file.flatMap(root -> root.mayMap("onSite")).ifPresent(onSite -> onSite.values(ReportShapes.ON_SITE));
        for (Branch answer : file.map(root -> root.mayList("draft")).orElse(List.of())) {
            if (answer.isMapping()
                    && answer.values(ReportShapes.ANSWER)
                            .find("outcome")
                            .filter("OBJECTION"::equals)
                            .isPresent()) {
                answer.values(ReportShapes.DECISION);
            }
        }
        return file;
    }

    /** remediation.yaml: what became of earlier concerns. */
    static Optional<Branch> remediation(Folder folder) {
        Optional<Branch> file = Yaml.read(REMEDIATION, false, folder);
        mappings(file).forEach(item -> item.values(ScoringShapes.REMEDIATION));
        return file;
    }

    private static List<Branch> mappings(Optional<Branch> file) {
        return file.filter(root -> !root.isNothing()).map(Branch::mappings).orElse(List.of());
    }
}
