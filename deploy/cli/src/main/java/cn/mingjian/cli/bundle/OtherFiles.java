package cn.mingjian.cli.bundle;

import static cn.mingjian.cli.bundle.Form.DATE;
import static cn.mingjian.cli.bundle.Form.FIGURE;
import static cn.mingjian.cli.bundle.Form.TEXT;
import static cn.mingjian.cli.bundle.Form.WORD;
import static cn.mingjian.cli.bundle.Form.oneOf;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The YAML files that a bundle may leave out: claims, findings, feedback and remediation. */
final class OtherFiles {
    static final String CLAIMS = "claims.yaml";
    static final String FINDINGS = "findings.yaml";
    static final String FEEDBACK = "feedback.yaml";
    static final String REMEDIATION = "remediation.yaml";

    private static final Form OUTCOME = oneOf("NO_OBJECTION", "OBJECTION");
    private static final Form CHAPTER = oneOf(
            "PROJECT_MANAGEMENT",
            "SERVICE_DELIVERY",
            "SERVICE_MONITORING",
            "SERVICE_OUTCOMES",
            "SUPERVISORY_CENTER",
            "PURCHASER",
            "SUPERVISOR");
    private static final Set<String> SUBJECTS = Set.of(
            "indicators:exceeded",
            "staffing:headcount",
            "staffing:certified-rate",
            "staffing:experienced-rate",
            "staffing:retention",
            "staffing:retention:TURNOVER",
            "staffing:retention:ON_DUTY",
            "staffing:retention:CERTIFIED_ON_DUTY");

    private OtherFiles() {}

    /** claims.yaml: figures that somebody wrote down. */
    static Optional<Branch> claims(Folder folder, Codes indicators) {
        Optional<Branch> file = Yaml.read(CLAIMS, false, folder);
        for (Branch claim : mappings(file)) {
            claim.need("source", TEXT);
            claim.need("subject", TEXT)
                    .ifPresent(subject -> checkSubject(claim.at("subject").orElseThrow(), subject, indicators));
            claim.need("value", FIGURE);
        }
        return file;
    }

    private static void checkSubject(Branch place, String subject, Codes indicators) {
        String[] parts = subject.split(":", -1);
        boolean indicator =
                parts[0].equals("indicator") && (parts.length == 2 || parts.length == 3 && parts[2].equals("rate"));
        if (indicator) {
            indicators.cite(CLAIMS, place.line(), place.path(), parts[1]);
        } else if (!SUBJECTS.contains(subject)) {
            place.fault("没有这种数据：“%s”".formatted(subject));
        }
    }

    /** findings.yaml: what each chapter commends and is concerned about. */
    static Optional<Branch> findings(Folder folder, Codes areas) {
        Optional<Branch> file = Yaml.read(FINDINGS, false, folder);
        for (Branch finding : mappings(file)) {
            finding.need("chapter", CHAPTER);
            finding.need("kind", oneOf("COMMENDATION", "CONCERN"));
            finding.need("title", TEXT);
            finding.need("text", TEXT);
            for (Branch area : finding.mayList("areas")) {
                area.words(TEXT).ifPresent(code -> areas.cite(FINDINGS, area.line(), area.path(), code));
            }
        }
        return file;
    }

    /** feedback.yaml: what was said on site, and on the draft report. */
    static Optional<Branch> feedback(Folder folder) {
        Optional<Branch> file =
                Yaml.read(FEEDBACK, false, folder).filter(root -> !root.isNothing() && root.isMapping());
        file.flatMap(root -> root.mayMap("onSite")).ifPresent(onSite -> {
            onSite.need("on", DATE);
            onSite.need("outcome", OUTCOME);
            onSite.need("text", TEXT);
        });
        for (Branch answer : file.map(root -> root.mayList("draft")).orElse(List.of())) {
            if (answer.isMapping()) {
                checkAnswer(answer);
            }
        }
        return file;
    }

    private static void checkAnswer(Branch answer) {
        answer.need("from", oneOf("OPERATOR", "PURCHASER", "SUPERVISOR"));
        answer.need("on", DATE);
        answer.may("text", TEXT);
        Optional<String> outcome = answer.need("outcome", OUTCOME);
        if (outcome.filter("OBJECTION"::equals).isPresent()) {
            answer.need("answer", oneOf("REFUSED"));
            answer.need("reason", TEXT);
        }
    }

    /** remediation.yaml: what became of earlier concerns. */
    static Optional<Branch> remediation(Folder folder) {
        Optional<Branch> file = Yaml.read(REMEDIATION, false, folder);
        for (Branch item : mappings(file)) {
            item.need("raised", oneOf("MIDTERM", "FINAL"));
            item.need("title", TEXT);
            item.need("status", WORD);
            item.may("evidence", TEXT);
        }
        return file;
    }

    private static List<Branch> mappings(Optional<Branch> file) {
        return file.filter(root -> !root.isNothing()).map(Branch::mappings).orElse(List.of());
    }
}
