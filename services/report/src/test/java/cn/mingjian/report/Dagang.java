package cn.mingjian.report;

import cn.mingjian.report.claim.Claims;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.Agreement;
import cn.mingjian.report.source.Discrepancy;
import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.FeedbackEntry;
import cn.mingjian.report.source.Finding;
import cn.mingjian.report.source.Remediation;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.Result;
import cn.mingjian.report.source.Satisfaction;
import cn.mingjian.report.source.StaffingFile;
import cn.mingjian.report.source.StationProfile;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The Dagang evaluation, as the services answer for it. */
public final class Dagang {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Dagang() {}

    public static ReportSources sources() {
        return sources("FINAL", evaluation());
    }

    public static ReportSources sources(String state, EvaluationFile evaluation) {
        return new ReportSources(
                state,
                evaluation,
                read("station", StationProfile.class),
                read("agreement", Agreement.class),
                achievement(),
                staffing(),
                read("result", Result.class),
                read("findings", FindingList.class).findings(),
                read("remediation", Remediation.class),
                List.of(),
                read("satisfaction", Satisfaction.class),
                claimDiscrepancies(),
                List.of(read("feedback", FeedbackEntry[].class)));
    }

    public static Discrepancy.Explanations explanations() {
        return read("discrepancy-answers", Discrepancy.Explanations.class);
    }

    public static EvaluationFile evaluation() {
        return read("evaluation", EvaluationFile.class);
    }

    public static EvaluationFile publishing(String publish) {
        return evaluation(publish, evaluation().note());
    }

    /** The evaluation with another note on its cover. */
    public static EvaluationFile noted(String note) {
        return evaluation(evaluation().policy().publish(), note);
    }

    private static EvaluationFile evaluation(String publish, String note) {
        EvaluationFile file = evaluation();
        EvaluationFile.Policy policy = file.policy();
        return new EvaluationFile(
                file.code(),
                file.district(),
                file.station(),
                file.stationVersion(),
                file.agreement(),
                file.agreementVersion(),
                file.title(),
                file.stage(),
                file.evidence(),
                file.onSite(),
                file.reportDate(),
                note,
                new EvaluationFile.Policy(
                        policy.parties(),
                        policy.grades(),
                        policy.rounding(),
                        publish,
                        policy.staffing(),
                        policy.records()));
    }

    public static Achievement achievement() {
        return read("achievement", Achievement.class);
    }

    public static StaffingFile staffing() {
        return read("staffing", StaffingFile.class);
    }

    public static Claims claims() {
        return read("claims", Claims.class);
    }

    public static List<Discrepancy> claimDiscrepancies() {
        return List.of(read("claim-discrepancies", Discrepancy[].class));
    }

    private record FindingList(List<Finding> findings) {}

    /** What a service answers, as it goes over the wire. */
    public static String json(String name) {
        try (InputStream file = Dagang.class.getResourceAsStream("/dagang/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T read(String name, Class<T> type) {
        try {
            return JSON.readValue(json(name), type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
