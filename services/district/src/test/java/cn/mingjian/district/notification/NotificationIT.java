package cn.mingjian.district.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.mingjian.platform.store.Background;
import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Events become entries of inboxes and mail, to those whom they concern and nobody else. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(MailServer.class)
class NotificationIT {

    @Inject
    EntityManager database;

    private final String district =
            "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    private final String place = district + "/dagang";
    private final String round = "round-" + district;
    private final String bureau = Tokens.of("bureau", district);
    private final String operator = Tokens.of("operator", place);

    @Test
    void everybodyIsToldWhatConcernsThem() {
        Account member = Tokens.account("third-party", place);
        Account other = Tokens.account("purchaser", place);
        opened();
        panel(member, "THIRD_PARTY");
        scoring("RecusalRequested", Map.of("evaluation", round));
        scoring("DeadlineSet", Map.of("evaluation", round, "party", "THIRD_PARTY", "dueAt", "2099-07-05T10:00:00Z"));
        phase("SCORING");
        phase("FEEDBACK");
        report("DraftPublished", Map.of("evaluation", round, "version", 1));
        report("ObjectionRaised", Map.of("evaluation", round, "from", "OPERATOR", "number", 1));
        report("ObjectionDecided", Map.of("evaluation", round, "from", "OPERATOR", "number", 1, "decision", "UPHELD"));
        phase("CLOSED");
        report("ReportIssued", Map.of("evaluation", round));

        assertThat(told(member.token(), 6))
                .containsExactly(
                        "《终期评估》将您列入第三方评估团队，请签署廉洁责任承诺书",
                        "《终期评估》本方评分须于 7月5日 18:00 前提交",
                        "《终期评估》开始评分",
                        "《终期评估》异议成立，涉及的评审方可更正评分表",
                        "《终期评估》已办结",
                        "《终期评估》评估报告已签发");
        assertThat(told(operator, 5))
                .containsExactlyInAnyOrder(
                        "《终期评估》已开启，请准备评估材料",
                        "《终期评估》报告初稿第 1 版已公布，请查阅并反馈",
                        "《终期评估》您方第 1 条异议已裁定：成立",
                        "《终期评估》已办结",
                        "《终期评估》评估报告已签发");
        assertThat(told(bureau, 3))
                .containsExactlyInAnyOrder("《终期评估》有回避申请等待裁定", "《终期评估》四方已全部提交，请组织反馈", "《终期评估》收到第 1 条异议，请裁定");
        assertThat(told(other.token(), 0)).isEmpty();
        assertThat(told(Tokens.of("bureau", "panyu"), 0)).isEmpty();
        assertThat(told(Tokens.of("operator", district + "/huangge"), 0)).isEmpty();
    }

    @Test
    void whatIsDecidedIsToldToWhoAskedAndWhomItConcerns() {
        Account lead = Tokens.account("third-party", place);
        Account recused = Tokens.account("third-party", place);
        Account suspected = Tokens.account("purchaser", place);
        Account replaced = Tokens.account("supervisor", place);
        opened();
        seats(Map.of(lead, "THIRD_PARTY", recused, "THIRD_PARTY", suspected, "PURCHASER", replaced, "SUPERVISOR"));
        scoring("RecusalDecided", recusal(recused, "THIRD_PARTY", "EVALUATOR", "UPHELD", lead));
        scoring("RecusalDecided", recusal(suspected, "PURCHASER", "OPERATOR", "REFUSED", suspected));
        scoring(
                "EvaluatorReplaced",
                Map.of("evaluation", round, "account", replaced.id(), "party", "SUPERVISOR", "leads", List.of()));
        report(
                "ObjectionDecided",
                Map.of(
                        "evaluation",
                        round,
                        "from",
                        "OPERATOR",
                        "number",
                        1,
                        "decision",
                        "UPHELD",
                        "party",
                        "THIRD_PARTY"));

        String onThirdParty = "《终期评估》将您列入第三方评估团队，请签署廉洁责任承诺书";
        assertThat(told(lead.token(), 3))
                .containsExactlyInAnyOrder(onThirdParty, "《终期评估》本方一名评委已回避", "《终期评估》异议成立，本方评分表已开放更正");
        assertThat(told(recused.token(), 2)).startsWith(onThirdParty, "《终期评估》您已回避，不再参加评估");
        assertThat(told(suspected.token(), 1)).hasSize(1);
        assertThat(told(replaced.token(), 2)).contains("《终期评估》您已被撤换，不再参加评估");
        assertThat(told(operator, 3))
                .containsExactlyInAnyOrder("《终期评估》已开启，请准备评估材料", "《终期评估》您方申请的评委回避未获同意", "《终期评估》您方第 1 条异议已裁定：成立");
        assertThat(told(bureau, 0)).isEmpty();
    }

    @Test
    void theOperatorIsToldWhatToPrepareAndWhenItIsVisited() {
        opened();
        scoring("NoticeIssued", Map.of("evaluation", round, "version", 1, "visitOn", "2024-06-27"));
        scoring("NoticeIssued", Map.of("evaluation", round, "version", 2, "visitOn", "2024-07-02"));

        assertThat(told(operator, 3))
                .containsExactly(
                        "《终期评估》已开启，请准备评估材料",
                        "《终期评估》评估通知已发出，实地评估在2024年6月27日，请按材料清单准备",
                        "《终期评估》评估通知第 2 版已发出，实地评估在2024年7月2日，请按材料清单准备");
        assertThat(told(bureau, 0)).isEmpty();
    }

    @Test
    void vetoesAndAppealsAreToldWithoutWhatIsNotYetTold() {
        Account both = Tokens.account("bureau", district);
        opened();
        seats(Map.of(both, "PURCHASER"));
        scoring("VetoRaised", Map.of("evaluation", round, "number", 1));
        scoring("VetoDecided", Map.of("evaluation", round, "number", 1));
        scoring("AppealLodged", Map.of("evaluation", round, "number", 1));
        scoring("AppealDecided", Map.of("evaluation", round, "number", 1, "decision", "REFUSED"));

        String decided = "《终期评估》第 1 项一票否决事项已裁定，结论以公布的评估结果为准";
        assertThat(told(operator, 4))
                .containsExactly(
                        "《终期评估》已开启，请准备评估材料", "《终期评估》第 1 项一票否决事项已登记，区民政局将听取您方陈述", decided, "《终期评估》您方第 1 项申诉已裁定：不成立");
        assertThat(told(bureau, 3)).containsExactly("《终期评估》第 1 项一票否决事项已登记，请听取承办方陈述后裁定", decided, "《终期评估》收到第 1 项申诉，请裁定");
        assertThat(told(both.token(), 2)).containsExactly("《终期评估》将您列入购买方评估团队，请签署廉洁责任承诺书", decided);
    }

    @Test
    void whatWasReadStaysReadForTheAccountAlone() {
        Account colleague = Tokens.account("operator", place);
        opened();
        phase("CANCELLED");
        assertThat(told(operator, 2)).hasSize(2);

        List<Long> numbers =
                page(operator, "?limit=1").body("unread", equalTo(2)).extract().path("notifications.number");
        long latest = numbers.getFirst();
        page(operator, "?limit=1&before=" + latest)
                .body("notifications", hasSize(1))
                .body("notifications[0].kind", equalTo("EVALUATION_OPENED"))
                .body("next", equalTo(null));
        put(operator, "/v1/notifications/reading", "{\"upTo\":" + (latest - 1) + "}")
                .statusCode(200);
        page(operator, "?unread=true")
                .body("notifications.number", contains(latest))
                .body("unread", equalTo(1));
        page(colleague.token(), "").body("unread", equalTo(2));
        put(operator, "/v1/notifications/reading", "{\"upTo\":" + latest + "}").body("unread", equalTo(0));
        put(operator, "/v1/notifications/reading", "{\"upTo\":" + latest + "}").body("unread", equalTo(0));
        put(operator, "/v1/notifications/reading", "{}").statusCode(422);
        given().get("/v1/notifications").then().statusCode(401);
    }

    @Test
    void aDeadlineIsRemindedOfOnceAndMissedOnceAndOnlyTheUninvolvedBureauHears() {
        Account both = Tokens.account("bureau", district);
        Account member = Tokens.account("third-party", place);
        Account done = Tokens.account("supervisor", place);
        opened();
        scoring(
                "PanelChanged",
                Map.of(
                        "evaluation",
                        round,
                        "seats",
                        List.of(
                                Map.of("account", member.id(), "party", "THIRD_PARTY"),
                                Map.of("account", done.id(), "party", "SUPERVISOR"),
                                Map.of("account", both.id(), "party", "PURCHASER"))));
        scoring("PartySubmitted", Map.of("evaluation", round, "party", "SUPERVISOR"));
        // Extended for everybody: whoever has submitted is asked for nothing any more.
        due("SUPERVISOR", Instant.now().minusSeconds(1));
        due("THIRD_PARTY", Instant.now().plus(Duration.ofHours(20)));
        assertThat(told(member.token(), 3).getLast()).contains("本方评分距截止不足 1 天");
        assertThat(onBoard("alerts")).doesNotContain("OVERDUE");
        assertThat(onBoard("late")).isEmpty();

        due("THIRD_PARTY", Instant.now().minusSeconds(1));
        assertThat(told(bureau, 1)).containsExactly("《终期评估》第三方到期未提交评分");
        assertThat(onBoard("alerts")).contains("OVERDUE");
        assertThat(onBoard("late")).containsExactly("THIRD_PARTY");
        assertThat(told(member.token(), 5).getLast()).contains("本方评分到期未提交");
        assertThat(told(both.token(), 1))
                .allSatisfy(sentence -> assertThat(sentence).contains("列入购买方"));
        assertThat(told(done.token(), 1)).hasSize(1);
    }

    @Test
    void aPartyThatIsReopenedIsToldAndItsDeadlineIsWatchedAgain() {
        Account member = Tokens.account("supervisor", place);
        String due = Instant.now().plus(Duration.ofHours(20)).toString();
        opened();
        panel(member, "SUPERVISOR");
        scoring("PartySubmitted", Map.of("evaluation", round, "party", "SUPERVISOR"));
        scoring("PartyReopened", Map.of("evaluation", round, "party", "SUPERVISOR", "dueAt", due));

        List<String> told = told(member.token(), 3);
        assertThat(told.get(1)).isEqualTo("《终期评估》本方评委变动，此前的提交不再有效，须由组长重新提交");
        assertThat(told.get(2)).contains("本方评分距截止不足 1 天");
    }

    @Test
    void mailGoesToThoseWhoWantItOnceAndWaitsForTheServer() throws Exception {
        Account clerk = Tokens.account("bureau", district);
        Account wanted = Tokens.account("third-party", place);
        String address = district + "@example.org";
        put(clerk.token(), "/v1/notification-preferences", preferences("bureau-" + address, ""))
                .statusCode(200);
        put(wanted.token(), "/v1/notification-preferences", preferences(address, "\"ON_PANEL\""))
                .statusCode(200);
        put(wanted.token(), "/v1/notification-preferences", preferences("nobody", "\"ON_PANEL\",\"SOMETHING\""))
                .statusCode(422)
                .body("errors.pointer", contains("/email", "/muted/1"));
        opened();
        panel(wanted, "THIRD_PARTY");
        phase("SCORING");
        scoring("RecusalRequested", Map.of("evaluation", round));

        Message mail = await(() -> MailServer.sentTo(address), mails -> !mails.isEmpty())
                .getFirst();
        assertThat(mail.getSubject()).isEqualTo("【明鉴】开始评分");
        assertThat(mail.getContent().toString()).contains("《终期评估》开始评分");
        assertThat(mail.getHeader("Message-ID")[0]).startsWith("<notification-");
        assertThat(await(() -> MailServer.sentTo("bureau-" + address), mails -> !mails.isEmpty()))
                .hasSize(1);

        MailServer.stopTaking();
        phase("CLOSED");
        assertThat(told(wanted.token(), 3)).hasSize(3);
        await(() -> refused(wanted.id()), tried -> tried);
        MailServer.takeAgain();
        assertThat(await(() -> MailServer.sentTo(address), mails -> mails.stream()
                        .anyMatch(each -> subject(each).equals("【明鉴】评估办结"))))
                .filteredOn(each -> subject(each).equals("【明鉴】评估办结"))
                .hasSize(1);
    }

    /** Whether a mail to the account was tried and not taken. */
    private boolean refused(String account) {
        return Background.call(() -> QuarkusTransaction.requiringNew().call(() -> (Boolean) database.createNativeQuery(
                        "select exists (select from mail where account = :account and sent_at is null and attempts > 0)",
                        Boolean.class)
                .setParameter("account", account)
                .getSingleResult()));
    }

    private void opened() {
        scoring(
                "EvaluationOpened",
                Map.of("code", round, "district", district, "station", "dagang", "title", "终期评估", "stage", "FINAL"));
    }

    private void panel(Account account, String party) {
        seats(Map.of(account, party));
    }

    private void seats(Map<Account, String> parties) {
        List<Map<String, String>> seats = parties.entrySet().stream()
                .map(seat -> Map.of("account", seat.getKey().id(), "party", seat.getValue()))
                .toList();
        scoring("PanelChanged", Map.of("evaluation", round, "seats", seats));
    }

    private Map<String, ?> recusal(Account account, String party, String requestedBy, String decision, Account lead) {
        return Map.of(
                "evaluation",
                round,
                "account",
                account.id(),
                "party",
                party,
                "requestedBy",
                requestedBy,
                "decision",
                decision,
                "leads",
                List.of(lead.id()));
    }

    /** What the board says of the round. */
    private List<String> onBoard(String what) {
        return given().auth()
                .oauth2(bureau)
                .get("/v1/districts/{district}/board?text={text}", district, place.substring(place.indexOf('/') + 1))
                .then()
                .statusCode(200)
                .extract()
                .path("evaluations.find { it.evaluation == '" + round + "' }." + what);
    }

    private void phase(String phase) {
        scoring("PhaseChanged", Map.of("evaluation", round, "phase", phase));
    }

    private void due(String party, Instant at) {
        scoring("DeadlineSet", Map.of("evaluation", round, "party", party, "dueAt", at.toString()));
    }

    private void scoring(String type, Map<String, ?> payload) {
        Topics.publish("scoring.evaluation", round, type, payload);
    }

    private void report(String type, Map<String, ?> payload) {
        Topics.publish("report.report", round, type, payload);
    }

    private static String preferences(String email, String muted) {
        return "{\"email\":\"" + email + "\",\"muted\":[" + muted + "]}";
    }

    private static String subject(Message mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The sentences of an inbox, the oldest first, once there are as many as that. */
    private static List<String> told(String token, int atLeast) {
        return await(
                        () -> page(token, "").extract().<List<String>>path("notifications.sentence"),
                        sentences -> sentences.size() >= atLeast)
                .reversed();
    }

    private static ValidatableResponse page(String token, String query) {
        return given().auth()
                .oauth2(token)
                .get("/v1/notifications" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse put(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    private static <T> T await(Callable<T> look, Predicate<T> enough) {
        // The request that looks into the store is bound to this thread.
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(look, enough);
    }
}
