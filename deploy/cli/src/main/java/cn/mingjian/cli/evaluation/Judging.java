package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Session;
import cn.mingjian.rules.scoring.Party;
import java.util.ArrayList;
import java.util.List;

/** Sheets, findings and vetoes, until the fourth party has submitted. */
record Judging(Context at) {

    void run() {
        Place evaluation = at.parts().evaluationAt("scoring");
        at.progress().tell("%d 位评委评分", at.cast().eligible().size());
        List<Runnable> sheets = new ArrayList<>();
        for (Evaluator evaluator : at.cast().eligible()) {
            Part sheet = at.parts().sheet(evaluator);
            sheets.add(() -> {
                at.put(sheet);
                Session author = sheet.author().get();
                int revision =
                        at.api().get(author, sheet.place()).path("revision").asInt();
                at.api().putOver(author, sheet.place().below("/submission"), revision, Json.object());
            });
        }
        Together.run(sheets);
        veto();
        at.progress().tell("四方组长提交意见和评分");
        List<Runnable> submissions = new ArrayList<>();
        for (Party party : Party.values()) {
            Part findings = at.parts().findings(party);
            submissions.add(() -> {
                at.put(findings);
                Session lead = findings.author().get();
                at.api().put(lead, evaluation.below("/parties/%s/submission".formatted(party)), Json.object());
            });
        }
        Together.run(submissions);
    }

    private void veto() {
        for (ScoringDocuments.Veto veto : at.parts().scoring().vetoes()) {
            at.progress().tell("一票否决事项第 %d 项", veto.number());
            Session bureau = at.cast().bureau();
            Place place = at.parts().evaluationAt("scoring").below("/vetoes/" + veto.number());
            at.api().put(bureau, place, veto.raised());
            veto.hearing().ifPresent(hearing -> at.api().put(bureau, place.below("/hearing"), hearing));
            at.api().put(bureau, place.below("/decision"), veto.decision());
        }
    }
}
