package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.evaluation.FeedbackDocuments.Answer;
import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Session;
import cn.mingjian.rules.scoring.Party;
import java.util.Locale;

/** Feedback on the draft report, until the bureau closes the evaluation. */
record Closing(Context at) {

    void run() {
        Session bureau = at.cast().bureau();
        Place report = at.parts().evaluationAt("report");
        at.progress().tell("等待报告初稿");
        at.api()
                .await(
                        bureau,
                        report.below("/draft"),
                        body -> body.path("version").asInt() > 0,
                        "报告初稿");
        FeedbackDocuments feedback = at.parts().feedback();
        feedback.onSite().ifPresent(onSite -> at.api()
                .put(at.cast().of(at.cast().lead(Party.THIRD_PARTY)), report.below("/feedback/on-site"), onSite));
        at.progress().tell("各方反馈初稿意见");
        for (Answer answer : feedback.draft()) {
            Place place = report.below(answer.path());
            at.api().put(from(answer.role()), place, answer.document());
            answer.decision().ifPresent(decision -> at.api().put(bureau, place.below("/decision"), decision));
        }
        at.put(at.parts().remediation());
        long objections = feedback.objections();
        Place evaluation = at.parts().evaluationAt("scoring");
        Place decided = new Place("scoring", evaluation.path() + "?objectionsDecided=" + objections);
        at.api()
                .await(
                        bureau,
                        decided,
                        body -> body.path("objections").path("decided").asLong() >= objections,
                        "评估服务收到异议裁定");
        at.progress().tell("区民政局办结评估");
        at.api().put(bureau, evaluation.below("/closure"), Json.object().put("objectionsDecided", objections));
    }

    private Session from(String role) {
        return role.equals("operator")
                ? at.cast().operator()
                : at.cast().of(at.cast().lead(Party.valueOf(role.toUpperCase(Locale.ROOT))));
    }
}
