package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Session;
import cn.mingjian.rules.scoring.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The documents of an evaluation, in the groups in which they go in. */
record Parts(Bundle bundle, Cast cast) {

    String district() {
        return bundle.evaluation().path("district").path("code").asText();
    }

    String stationPlace() {
        return "%s/%s"
                .formatted(
                        district(),
                        bundle.evaluation().path("station").path("code").asText());
    }

    String agreementCode() {
        return bundle.evaluation().path("agreement").path("code").asText();
    }

    String evaluationCode() {
        return bundle.evaluation().path("evaluation").path("code").asText();
    }

    Place evaluationAt(String service) {
        return new Place(service, "/v1/evaluations/" + evaluationCode());
    }

    Place districtPlace() {
        return new Place("district", "/v1/districts/" + district());
    }

    Place station() {
        return new Place("district", "/v1/districts/%s/stations/%s".formatted((Object[])
                        stationPlace().split("/")));
    }

    Place agreement() {
        return station().below("/agreements/" + agreementCode());
    }

    Place delivery() {
        return new Place("integration", station().path() + "/deliveries/" + evaluationCode());
    }

    AgreementDocuments agreements() {
        return new AgreementDocuments(bundle);
    }

    ScoringDocuments scoring() {
        return new ScoringDocuments(bundle);
    }

    FeedbackDocuments feedback() {
        return new FeedbackDocuments(bundle);
    }

    /** The evaluation about these versions of station and agreement. */
    ObjectNode evaluation(int stationVersion, int agreementVersion) {
        return scoring().evaluation().put("stationVersion", stationVersion).put("agreementVersion", agreementVersion);
    }

    Part rubric() {
        return part(
                "rubric.yaml",
                Phase.PREPARING,
                "scoring",
                "/rubric",
                cast::bureau,
                scoring().rubric());
    }

    /** What has to be there before the evidence is frozen. */
    List<Part> evidence() {
        EvidenceDocuments evidence = new EvidenceDocuments(bundle);
        return List.of(
                part(
                        "declared.csv",
                        Phase.PREPARING,
                        "indicator",
                        "/declared-figures",
                        cast::operator,
                        evidence.declared()),
                part("resources.csv", Phase.PREPARING, "indicator", "/resources", cast::operator, evidence.resources()),
                part("training.csv", Phase.PREPARING, "staffing", "/training", cast::operator, evidence.training()),
                part("claims.yaml", Phase.PREPARING, "report", "/claims", cast::bureau, evidence.claims()));
    }

    /** What residents answered, by the third party's lead once it has pledged. */
    Part satisfaction() {
        return part(
                "satisfaction.csv",
                Phase.PREPARING,
                "scoring",
                "/satisfaction",
                () -> cast.of(cast.lead(Party.THIRD_PARTY)),
                new EvidenceDocuments(bundle).satisfaction());
    }

    /** The roster, and the attendance of the workers on it, in this order. */
    List<Part> people() {
        EvidenceDocuments evidence = new EvidenceDocuments(bundle);
        return List.of(
                part("roster.csv", Phase.PREPARING, "staffing", "/roster", cast::operator, evidence.roster()),
                part(
                        "attendance.csv",
                        Phase.PREPARING,
                        "staffing",
                        "/attendance",
                        cast::operator,
                        evidence.attendance()));
    }

    Part sheet(Evaluator evaluator) {
        return part(
                "scores.csv",
                Phase.SCORING,
                "scoring",
                "/sheets/" + Place.segment(evaluator.code()),
                () -> cast.of(evaluator),
                scoring().sheet(evaluator));
    }

    Part findings(Party party) {
        return part(
                "findings.yaml",
                Phase.SCORING,
                "scoring",
                "/parties/%s/findings".formatted(party.name()),
                () -> cast.of(cast.lead(party)),
                scoring().findings(party));
    }

    Part remediation() {
        return part(
                "remediation.yaml",
                Phase.FEEDBACK,
                "scoring",
                "/remediation",
                cast::operator,
                new EvidenceDocuments(bundle).remediation());
    }

    /**
     * Every part that is kept as it was put.
     *
     * @param pledged whether an evaluator has: before that there is nothing of theirs, and they may not even look
     */
    List<Part> all(Predicate<Evaluator> pledged) {
        List<Part> all = new ArrayList<>(List.of(rubric(), remediation()));
        all.addAll(evidence());
        all.addAll(people());
        cast.eligible().stream().filter(pledged).map(this::sheet).forEach(all::add);
        Arrays.stream(Party.values())
                .filter(party -> pledged.test(cast.lead(party)))
                .map(this::findings)
                .forEach(all::add);
        if (pledged.test(cast.lead(Party.THIRD_PARTY))) {
            all.add(satisfaction());
        }
        return all;
    }

    private Part part(
            String file, Phase phase, String service, String path, Supplier<Session> author, JsonNode document) {
        return new Part(file, phase, evaluationAt(service).below(path), author, document);
    }
}
