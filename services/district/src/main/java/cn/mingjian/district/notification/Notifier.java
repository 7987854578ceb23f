package cn.mingjian.district.notification;

import cn.mingjian.district.form.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says what an event means to whom, in the transaction that hears it. */
@ApplicationScoped
public class Notifier {
    static final Map<String, String> PARTIES =
            Map.of("THIRD_PARTY", "第三方", "SUPERVISORY_CENTER", "督导中心", "PURCHASER", "购买方", "SUPERVISOR", "监督方");

    private static final DateTimeFormatter TOLD =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final DateTimeFormatter VISITED = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final EntityManager database;
    private final Panels panels;
    private final Deadlines deadlines;
    private final boolean mails;

    Notifier(
            EntityManager database,
            Panels panels,
            Deadlines deadlines,
            @ConfigProperty(name = "mingjian.mail.from") Optional<String> sender) {
        this.database = database;
        this.panels = panels;
        this.deadlines = deadlines;
        this.mails = sender.isPresent();
    }

    /** An evaluation that people are told of. */
    record Told(String evaluation, String place, String title) {}

    /** An account of the panel and the party that it evaluates for. */
    record Seat(String account, String party) {}

    /** An evaluation of a station was opened; hearing it again changes its title at most. */
    public void opened(String evaluation, String district, String station, String title, Instant at) {
        int known = database.createNativeQuery("""
                        insert into told_evaluation (evaluation, place, title) values (:evaluation, :place, :title)
                        on conflict (evaluation) do nothing""")
                .setParameter("evaluation", evaluation)
                .setParameter("place", district + "/" + station)
                .setParameter("title", title)
                .executeUpdate();
        if (known == 1) {
            toRole(
                    find(evaluation).orElseThrow(),
                    NotificationKind.EVALUATION_OPENED,
                    Roles.OPERATOR,
                    "已开启，请准备评估材料",
                    at);
        }
    }

    /** An evaluation, which was opened before, reached its next phase. */
    public void moved(String evaluation, String phase, Instant at) {
        Told told = find(evaluation).orElseThrow();
        switch (phase) {
            case "SCORING" -> toPanel(told, NotificationKind.SCORING_OPEN, "开始评分", at);
            case "FEEDBACK" -> {
                deadlines.forget(evaluation);
                toRole(told, NotificationKind.ALL_SUBMITTED, Roles.BUREAU, "四方已全部提交，请组织反馈", at);
            }
            case "CLOSED" -> {
                toPanel(told, NotificationKind.CLOSED, "已办结", at);
                toRole(told, NotificationKind.CLOSED, Roles.OPERATOR, "已办结", at);
            }
            case "CANCELLED" -> {
                deadlines.forget(evaluation);
                toPanel(told, NotificationKind.CANCELLED, "已取消", at);
                toRole(told, NotificationKind.CANCELLED, Roles.OPERATOR, "已取消", at);
            }
            default -> throw new IllegalArgumentException("phase " + phase);
        }
    }

    /** The final report is out. */
    public void issued(String evaluation, Instant at) {
        Told told = find(evaluation).orElseThrow();
        toPanel(told, NotificationKind.REPORT_ISSUED, "评估报告已签发", at);
        toRole(told, NotificationKind.REPORT_ISSUED, Roles.OPERATOR, "评估报告已签发", at);
    }

    Optional<Told> find(String evaluation) {
        return database
                .createNativeQuery(
                        "select evaluation, place, title from told_evaluation where evaluation = :evaluation",
                        Told.class)
                .setParameter("evaluation", evaluation)
                .getResultList()
                .stream()
                .findFirst()
                .map(Told.class::cast);
    }

    void panelIs(Told told, List<Seat> seats, Instant at) {
        for (Seat joined : panels.replace(told.evaluation(), seats)) {
            toAccount(
                    told,
                    NotificationKind.ON_PANEL,
                    joined.account(),
                    "将您列入%s评估团队，请签署廉洁责任承诺书".formatted(PARTIES.get(joined.party())),
                    at);
        }
    }

    void invited(Told told, Seat asked, Instant at) {
        toAccount(
                told,
                NotificationKind.INVITED,
                asked.account(),
                "邀请您代表%s评估，请答复".formatted(PARTIES.get(asked.party())),
                at);
    }

    void recusalRequested(Told told, Instant at) {
        add(told, NotificationKind.RECUSAL_REQUESTED, null, Roles.BUREAU, true, "有回避申请等待裁定", at);
    }

    /** Whoever asked is answered; an evaluator whose recusal the operator asked for in vain never learns of it. */
    void recusalDecided(Told told, String account, boolean byOperator, boolean upheld, List<String> leads, Instant at) {
        if (byOperator) {
            String words = upheld ? "您方申请的评委回避已同意" : "您方申请的评委回避未获同意";
            toRole(told, NotificationKind.RECUSAL_DECIDED, Roles.OPERATOR, words, at);
        }
        if (upheld) {
            toAccount(told, NotificationKind.RECUSAL_DECIDED, account, "您已回避，不再参加评估", at);
            toLeads(told, NotificationKind.RECUSAL_DECIDED, leads, "本方一名评委已回避", at);
        } else if (!byOperator) {
            toAccount(told, NotificationKind.RECUSAL_DECIDED, account, "您的回避申请未获同意，请继续评估", at);
        }
    }

    /** Who follows is told as whoever joins a panel. */
    void replaced(Told told, String account, List<String> leads, Instant at) {
        toAccount(told, NotificationKind.EVALUATOR_REPLACED, account, "您已被撤换，不再参加评估", at);
        toLeads(told, NotificationKind.EVALUATOR_REPLACED, leads, "本方一名评委已被撤换", at);
    }

    void noticeIssued(Told told, int version, LocalDate visitOn, Instant at) {
        String issued = version == 1 ? "评估通知已发出" : "评估通知第 %d 版已发出".formatted(version);
        String words = "%s，实地评估在%s，请按材料清单准备".formatted(issued, VISITED.format(visitOn));
        toRole(told, NotificationKind.NOTICE_ISSUED, Roles.OPERATOR, words, at);
    }

    void vetoRaised(Told told, int number, Instant at) {
        String words = "第 %d 项一票否决事项已登记".formatted(number);
        add(told, NotificationKind.VETO_RAISED, null, Roles.BUREAU, true, words + "，请听取承办方陈述后裁定", at);
        toRole(told, NotificationKind.VETO_RAISED, Roles.OPERATOR, words + "，区民政局将听取您方陈述", at);
    }

    /** Without the outcome, which is the grade until the round is closed. */
    void vetoDecided(Told told, int number, Instant at) {
        String words = "第 %d 项一票否决事项已裁定，结论以公布的评估结果为准".formatted(number);
        toRole(told, NotificationKind.VETO_DECIDED, Roles.BUREAU, words, at);
        toRole(told, NotificationKind.VETO_DECIDED, Roles.OPERATOR, words, at);
    }

    void appealLodged(Told told, int number, Instant at) {
        add(told, NotificationKind.APPEAL_LODGED, null, Roles.BUREAU, true, "收到第 %d 项申诉，请裁定".formatted(number), at);
    }

    void appealDecided(Told told, int number, boolean upheld, Instant at) {
        String words = "您方第 %d 项申诉已裁定：%s".formatted(number, upheld ? "成立" : "不成立");
        toRole(told, NotificationKind.APPEAL_DECIDED, Roles.OPERATOR, words, at);
    }

    void deadlineSet(Told told, String party, Instant due, Instant at) {
        if (deadlines.watch(told.evaluation(), party, due)) {
            toParty(told, NotificationKind.DEADLINE_SET, party, "本方评分须于 %s 前提交".formatted(TOLD.format(due)), at);
        }
    }

    void submitted(Told told, String party) {
        deadlines.submitted(told.evaluation(), party, true);
    }

    /** @param due its deadline, null when none is set */
    void partyReopened(Told told, String party, @Nullable Instant due, Instant at) {
        deadlines.submitted(told.evaluation(), party, false);
        if (due != null) {
            deadlines.watch(told.evaluation(), party, due);
        }
        toParty(told, NotificationKind.PARTY_REOPENED, party, "本方评委变动，此前的提交不再有效，须由组长重新提交", at);
    }

    /** @param days within which the deadline lies */
    void near(Told told, String party, Instant due, int days, Instant at) {
        toParty(
                told,
                NotificationKind.DEADLINE_NEAR,
                party,
                "本方评分距截止不足 %d 天（%s）".formatted(days, TOLD.format(due)),
                at);
    }

    /** Who has submitted is the uninvolved bureau's to know, and the party's own. */
    void missed(Told told, String party, Instant at) {
        add(told, NotificationKind.DEADLINE_MISSED, null, Roles.BUREAU, true, PARTIES.get(party) + "到期未提交评分", at);
        toParty(told, NotificationKind.DEADLINE_MISSED, party, "本方评分到期未提交；确需继续的，请区民政局延期", at);
    }

    void draftPublished(Told told, int version, Instant at) {
        String words = "报告初稿第 %d 版已公布，请查阅并反馈".formatted(version);
        toRole(told, NotificationKind.DRAFT_PUBLISHED, Roles.OPERATOR, words, at);
        toParty(told, NotificationKind.DRAFT_PUBLISHED, "PURCHASER", words, at);
        toParty(told, NotificationKind.DRAFT_PUBLISHED, "SUPERVISOR", words, at);
    }

    void objectionRaised(Told told, int number, Instant at) {
        toRole(told, NotificationKind.OBJECTION_RAISED, Roles.BUREAU, "收到第 %d 条异议，请裁定".formatted(number), at);
    }

    /** @param from OPERATOR, PURCHASER or SUPERVISOR */
    void objectionDecided(Told told, String from, int number, boolean upheld, Instant at) {
        String words = "您方第 %d 条异议已裁定：%s".formatted(number, upheld ? "成立" : "不成立");
        if (from.equals("OPERATOR")) {
            toRole(told, NotificationKind.OBJECTION_DECIDED, Roles.OPERATOR, words, at);
        } else {
            toParty(told, NotificationKind.OBJECTION_DECIDED, from, words, at);
        }
    }

    /**
     * An objection was upheld.
     *
     * @param party against what it gave; null where the decision named none, and the first to correct does
     */
    void reopened(Told told, @Nullable String party, Instant at) {
        if (party == null) {
            toPanel(told, NotificationKind.SHEETS_REOPENED, "异议成立，涉及的评审方可更正评分表", at);
        } else {
            toParty(told, NotificationKind.SHEETS_REOPENED, party, "异议成立，本方评分表已开放更正", at);
        }
    }

    private void toPanel(Told told, NotificationKind kind, String words, Instant at) {
        panels.accounts(told.evaluation()).forEach(account -> toAccount(told, kind, account, words, at));
    }

    private void toParty(Told told, NotificationKind kind, String party, String words, Instant at) {
        panels.accounts(told.evaluation(), party).forEach(account -> toAccount(told, kind, account, words, at));
    }

    private void toLeads(Told told, NotificationKind kind, List<String> leads, String words, Instant at) {
        leads.forEach(lead -> toAccount(told, kind, lead, words, at));
    }

    private void toAccount(Told told, NotificationKind kind, String account, String words, Instant at) {
        add(told, kind, account, null, false, words, at);
    }

    private void toRole(Told told, NotificationKind kind, String role, String words, Instant at) {
        add(told, kind, null, role, false, words, at);
    }

    private void add(
            Told told,
            NotificationKind kind,
            @Nullable String account,
            @Nullable String role,
            boolean uninvolved,
            String words,
            Instant at) {
        NotificationEntity notification = new NotificationEntity();
        notification.kind = kind;
        notification.evaluation = told.evaluation();
        notification.place = told.place();
        notification.account = account;
        notification.role = role;
        notification.uninvolved = uninvolved;
        notification.sentence = "《" + told.title() + "》" + words;
        notification.at = at;
        // Nobody is mailed what happened while there was no sender.
        notification.spreadAt = mails ? null : at;
        database.persist(notification);
    }
}
