package cn.mingjian.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is found and said in a round before the sheets: by the operator of itself, by the third party for all, by each party for itself. */
final class PreparedVisit {

    /** By path below the evaluation, in this order. */
    static final Map<String, String> DOCUMENTS = documents();

    private PreparedVisit() {}

    /** The roles whose leads put it. */
    static Set<String> authors(String path) {
        return switch (path) {
            case "/self-assessment" -> Set.of("operator");
            case "/preparation-notice", "/visit-plan" -> Set.of("third-party");
            default -> WalkedRound.LEADS.keySet();
        };
    }

    private static Map<String, String> documents() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("/preparation-notice", """
                {"visitOn":"2024-06-27","text":"查无实据","materials":[{"title":"财务凭证","note":null,"dueOn":"2024-06-20"}]}""");
        all.put("/self-assessment", """
                {"summary":"查无实据","parts":[{"title":"服务开展","text":"查无实据"}]}""");
        all.put("/visit-plan", """
                {"visits":[{"on":"2024-06-27","from":"09:30","to":"11:00","place":"查无实据","purpose":"查阅档案",
                            "evaluators":["tp-1"]}]}""");
        all.put("/site-checks/lingshan", """
                {"on":"2024-06-27","lines":[{"subject":"SAFETY","title":"灭火器","outcome":"NOT_MET","note":"查无实据"}]}""");
        all.put("/samples/cases", """
                {"title":"个案档案","population":["C1","C2","C3","C4"],"size":2,"seed":"2024"}""");
        all.put("/samples/cases/files/1", """
                {"outcome":"GAPS","note":"查无实据"}""");
        all.put("/interviews/1", """
                {"on":"2024-06-27","channel":"PHONE","group":"SERVICE_USER","summary":"查无实据"}""");
        return all;
    }
}
