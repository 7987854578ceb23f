package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A correct bundle: the tables' rows, and the YAML files as JSON in which every value is the words that stand there. An
 * optional file that is absent reads as if it were empty.
 */
public final class Bundle {
    private final Map<CsvFile, Table> tables;
    private final JsonNode evaluation;
    private final JsonNode rubric;
    private final JsonNode claims;
    private final JsonNode findings;
    private final JsonNode feedback;
    private final JsonNode remediation;
    private final Optional<Path> records;
    private final List<AttachedFile> attachments;

    private Bundle(
            Map<CsvFile, Table> tables,
            JsonNode evaluation,
            JsonNode rubric,
            JsonNode claims,
            JsonNode findings,
            JsonNode feedback,
            JsonNode remediation,
            Optional<Path> records,
            List<AttachedFile> attachments) {
        this.tables = tables;
        this.evaluation = evaluation;
        this.rubric = rubric;
        this.claims = claims;
        this.findings = findings;
        this.feedback = feedback;
        this.remediation = remediation;
        this.records = records;
        this.attachments = attachments;
    }

    /** What reading a folder gave: the bundle, or everything that is wrong with it. */
    public sealed interface Reading {
        /** The folder is a correct bundle. */
        record Correct(Bundle bundle) implements Reading {}

        /** What is wrong, sorted by file and line. */
        record Wrong(List<Fault> faults) implements Reading {}
    }

    /** Reads and checks everything in a folder. */
    public static Reading read(Path path) {
        Faults faults = new Faults();
        Folder folder = new Folder(path, faults);
        Map<CsvFile, Table> tables = new EnumMap<>(CsvFile.class);
        for (CsvFile file : CsvFile.values()) {
            tables.put(file, Table.read(file, folder));
        }
        AgreementTables agreement = AgreementTables.of(
                table(tables, CsvFile.AREAS),
                table(tables, CsvFile.INDICATORS),
                table(tables, CsvFile.TARGETS),
                table(tables, CsvFile.DECLARED));
        StaffingTables staffing = new StaffingTables(table(tables, CsvFile.ROSTER), table(tables, CsvFile.ATTENDANCE));
        ScoringTables scoring = new ScoringTables(table(tables, CsvFile.PANEL), table(tables, CsvFile.SCORES));
        Known areas = agreement.areaCodes();
        Known indicators = agreement.catalogue().codes();
        Findings found = new Findings(faults);
        EvaluationFile evaluation = EvaluationFile.read(folder, found);
        RubricFile rubric = RubricFile.read(folder, indicators, found);
        Optional<Branch> claims = OtherFiles.claims(folder, indicators, found);
        Optional<Branch> findings = OtherFiles.findings(folder, areas, found);
        Optional<Branch> feedback = OtherFiles.feedback(folder);
        Optional<Branch> remediation = OtherFiles.remediation(folder);
        Optional<Path> records = RecordsFile.read(folder, found, evaluation.station(), areas);
        List<AttachedFile> attachments = AttachedFile.read(folder);

        agreement.check(table(tables, CsvFile.RESOURCES), found);
        staffing.check(areas, evaluation.evidence(), found);
        scoring.check(rubric.items(), found);
        agreement.cited(found);
        staffing.cited(evaluation.evidence(), found);
        scoring.cited(rubric, found);

        List<Fault> wrong = faults.sorted();
        return wrong.isEmpty()
                ? new Reading.Correct(new Bundle(
                        tables,
                        json(evaluation.root()),
                        json(rubric.root()),
                        json(claims),
                        json(findings),
                        json(feedback),
                        json(remediation),
                        records,
                        attachments))
                : new Reading.Wrong(wrong);
    }

    /** The rows of a table. */
    public List<Row> rows(CsvFile file) {
        return table(tables, file).rows();
    }

    /** The evaluation's code. */
    public String code() {
        return evaluation.path("evaluation").path("code").asText();
    }

    /** evaluation.yaml. */
    public JsonNode evaluation() {
        return evaluation;
    }

    /** rubric.yaml. */
    public JsonNode rubric() {
        return rubric;
    }

    /** claims.yaml. */
    public JsonNode claims() {
        return claims;
    }

    /** findings.yaml. */
    public JsonNode findings() {
        return findings;
    }

    /** feedback.yaml. */
    public JsonNode feedback() {
        return feedback;
    }

    /** remediation.yaml. */
    public JsonNode remediation() {
        return remediation;
    }

    /** The municipal platform's records, when there are any. */
    public Optional<Path> records() {
        return records;
    }

    /** The files that were attached to the round which an archive was made of. */
    public List<AttachedFile> attachments() {
        return attachments;
    }

    private static Table table(Map<CsvFile, Table> tables, CsvFile file) {
        Table table = tables.get(file);
        if (table == null) {
            throw new IllegalStateException(file.file() + " was not read");
        }
        return table;
    }

    private static JsonNode json(Optional<Branch> root) {
        return root.map(Branch::json).orElseGet(JsonNodeFactory.instance::nullNode);
    }
}
