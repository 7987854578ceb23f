package cn.mingjian.scoring.questionnaire;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.code.SecretCode;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.fieldwork.FieldworkService;
import cn.mingjian.scoring.fieldwork.SatisfactionDocument.Answer;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Hands out codes, takes answers, and closes a questionnaire into the round's evidence. */
@ApplicationScoped
public class QuestionnaireService {

    private static final String BY_ITSELF = "system";
    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    private final Access access;
    private final Codes codes;
    private final EntityManager entities;
    private final FieldworkService fieldwork;
    private final Caller caller;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    QuestionnaireService(
            Access access, Codes codes, EntityManager entities, FieldworkService fieldwork, Caller caller) {
        this.access = access;
        this.codes = codes;
        this.entities = entities;
        this.fieldwork = fieldwork;
        this.caller = caller;
    }

    /** What is shown, and whether this call made it. */
    record Shown(QuestionnaireView view, boolean isNew) {}

    /** A code as it is printed. */
    record Printed(String group, int number, SecretCode code) {}

    /** The codes of one print, and whether it is a new one. */
    record Print(List<Printed> codes, boolean isNew) {}

    /** One code, and whether this call was its answer. */
    record Answered(CodeEntity code, boolean isNew) {}

    /** Codes are added as groups grow; none is ever taken back, as somebody may hold it. */
    @Transactional
    Shown put(String code, QuestionnaireDocument document) {
        Standing standing = access.change(code);
        standing.requirePledgedLead(Party.THIRD_PARTY);
        document.check();
        QuestionnaireEntity known = entities.find(QuestionnaireEntity.class, code);
        List<CodeEntity> issued = codes.of(code);
        boolean same = known != null
                && known.title.equals(document.title())
                && Objects.equals(known.introduction, document.introduction())
                && document.groups().stream().allMatch(group -> issued(issued, group.group()) == group.codes())
                && document.groups().stream()
                                .mapToInt(QuestionnaireDocument.Group::codes)
                                .sum()
                        == issued.size();
        if (!same) {
            requireOpen(standing.evaluation(), known);
            keep(code, known, document);
            issue(code, issued, document);
        }
        return new Shown(view(code), known == null);
    }

    private void keep(String code, QuestionnaireEntity known, QuestionnaireDocument document) {
        QuestionnaireEntity questionnaire = known == null ? new QuestionnaireEntity() : known;
        questionnaire.title = document.title();
        questionnaire.introduction = document.introduction();
        if (known == null) {
            questionnaire.evaluation = code;
            questionnaire.madeBy = caller.account();
            questionnaire.madeAt = clock.instant();
            entities.persist(questionnaire);
            entities.flush();
        }
    }

    private void issue(String code, List<CodeEntity> issued, QuestionnaireDocument document) {
        Fields fields = new Fields();
        fields.each("/groups", document.groups(), (at, group) -> {
            int there = issued(issued, group.group());
            if (group.codes() < there) {
                fields.wrong(QuestionnaireProblem.FEWER_CODES, at + "/codes", "已发放 %d 个".formatted(there));
            }
        });
        issued.stream()
                .map(each -> each.key.respondents())
                .distinct()
                .filter(group -> document.groups().stream()
                        .noneMatch(each -> each.group().equals(group)))
                .forEach(group -> fields.wrong(QuestionnaireProblem.FEWER_CODES, "/groups", "缺少已发放的 " + group));
        fields.refuse();
        for (QuestionnaireDocument.Group group : document.groups()) {
            for (int number = issued(issued, group.group()) + 1; number <= group.codes(); number++) {
                codes.persist(CodeEntity.of(code, group.group(), number));
            }
        }
    }

    @Transactional
    QuestionnaireView get(String code) {
        access.read(code).requireBureauOrPanelOrReport();
        return view(code);
    }

    /** For those who hand codes out and telephone. */
    @Transactional
    List<CodeEntity> codes(String code) {
        requireThirdParty(access.read(code));
        view(code);
        return codes.of(code);
    }

    /**
     * Gives codes to all that have none. As they are told this once, the same print may be made again: then those of its codes
     * that nobody has answered with are replaced.
     */
    @Transactional
    Print print(String code, int print) {
        Standing standing = access.change(code);
        requireThirdParty(standing);
        requireOpen(standing.evaluation(), required(code));
        List<CodeEntity> issued = codes.of(code);
        int latest = issued.stream()
                .map(each -> each.print)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(0);
        if (print < 1 || print > latest + 1) {
            throw QuestionnaireProblem.NOTHING_TO_PRINT.because("下一批是第 %d 批", latest + 1);
        }
        boolean isNew = print > latest;
        List<CodeEntity> wanted = issued.stream()
                .filter(each -> isNew ? each.print == null : each.print != null && each.print == print)
                .filter(each -> !each.isAnswered())
                .toList();
        if (isNew && wanted.isEmpty()) {
            throw QuestionnaireProblem.NOTHING_TO_PRINT.because("问卷码都已印制；可先增发，或重新印制某一批");
        }
        return new Print(wanted.stream().map(each -> printed(each, print)).toList(), isNew);
    }

    private Printed printed(CodeEntity code, int print) {
        SecretCode drawn = SecretCode.random(random);
        code.print = print;
        code.hash = drawn.hash();
        return new Printed(code.key.respondents(), code.key.number(), drawn);
    }

    @Transactional
    Answered answerByPhone(String evaluation, String group, int number, Integer score) {
        Standing standing = access.change(evaluation);
        requireThirdParty(standing);
        int said = score(score);
        CodeEntity asked = codes.findByIdOptional(new CodeEntity.Key(evaluation, group, number))
                .orElseThrow(() -> QuestionnaireProblem.QUESTIONNAIRE_NOT_FOUND.because(
                        "评估 %s 没有发给 %s 的第 %d 号问卷", evaluation, group, number));
        if (asked.isAnswered()) {
            if (asked.score != said || asked.channel != CodeEntity.Channel.PHONE) {
                throw QuestionnaireProblem.QUESTIONNAIRE_ANSWERED.because("第 %d 号问卷已有答复", number);
            }
            return new Answered(asked, false);
        }
        requireOpen(standing.evaluation(), entities.find(QuestionnaireEntity.class, evaluation));
        asked.channel = CodeEntity.Channel.PHONE;
        asked.score = said;
        asked.answeredBy = caller.account();
        asked.answeredAt = clock.instant();
        return new Answered(asked, true);
    }

    /** The answers join those that the third party recorded itself. */
    @Transactional
    Shown close(String code) {
        Standing standing = access.change(code);
        standing.requirePledgedLead(Party.THIRD_PARTY);
        QuestionnaireEntity questionnaire = required(code);
        if (questionnaire.closedAt != null) {
            return new Shown(view(code), false);
        }
        requireOpen(standing.evaluation(), questionnaire);
        close(standing.evaluation(), questionnaire, caller.account());
        return new Shown(view(code), true);
    }

    /** Closes a questionnaire that is still open, so that freezing loses none of its answers. */
    public void closeBeforeFreezing(Evaluation evaluation) {
        QuestionnaireEntity questionnaire = entities.find(QuestionnaireEntity.class, evaluation.code());
        if (questionnaire != null && questionnaire.closedAt == null) {
            close(evaluation, questionnaire, BY_ITSELF);
        }
    }

    private void close(Evaluation evaluation, QuestionnaireEntity questionnaire, String account) {
        questionnaire.closedAt = clock.instant();
        questionnaire.closedBy = account;
        fieldwork.addAnswers(
                evaluation,
                codes.of(evaluation.code()).stream()
                        .filter(CodeEntity::isAnswered)
                        .map(each -> new Answer(each.key.respondents(), each.channel.name(), each.score))
                        .toList());
    }

    /** For whoever holds the code. */
    @Transactional
    RespondentView opened(String code) {
        return codes.opened(parsed(code)).orElseThrow(QuestionnaireService::unknown);
    }

    /** True when this call was the answer, false when the same was said before. */
    @Transactional
    boolean answer(String code, Integer score) {
        return switch (codes.answer(parsed(code), score(score))) {
            case KEPT -> true;
            case SAME -> false;
            case OTHER -> throw QuestionnaireProblem.QUESTIONNAIRE_ANSWERED.because("这份问卷已填写，不能更改");
            case CLOSED -> throw QuestionnaireProblem.QUESTIONNAIRE_CLOSED.because("问卷已截止，感谢关注");
            case UNKNOWN -> throw unknown();
        };
    }

    private QuestionnaireView view(String code) {
        return QuestionnaireView.of(required(code), codes.of(code));
    }

    private QuestionnaireEntity required(String code) {
        QuestionnaireEntity questionnaire = entities.find(QuestionnaireEntity.class, code);
        if (questionnaire == null) {
            throw QuestionnaireProblem.QUESTIONNAIRE_NOT_FOUND.because("评估 %s 尚未发放问卷", code);
        }
        return questionnaire;
    }

    private static int score(Integer score) {
        Fields fields = new Fields();
        fields.integer("/score", score, LOWEST, HIGHEST);
        fields.refuse();
        return score;
    }

    private static void requireThirdParty(Standing standing) {
        Seat seat = standing.requireSeat();
        if (seat.party() != Party.THIRD_PARTY) {
            throw EvaluationProblem.NOT_ON_PANEL.because("满意度调查由第三方办理");
        }
        standing.requireEligible(seat.evaluator());
    }

    private static void requireOpen(Evaluation evaluation, QuestionnaireEntity questionnaire) {
        if (!(evaluation.phase() instanceof Phase.Preparing)) {
            throw evaluation.tooLateOrEarly("更改满意度问卷");
        }
        if (questionnaire != null && questionnaire.closedAt != null) {
            throw QuestionnaireProblem.QUESTIONNAIRE_CLOSED.because("问卷已截止，不能更改");
        }
    }

    private static int issued(List<CodeEntity> codes, String group) {
        return (int) codes.stream()
                .filter(code -> code.key.respondents().equals(group))
                .count();
    }

    private static SecretCode parsed(String typed) {
        return Optional.ofNullable(typed).flatMap(SecretCode::parse).orElseThrow(QuestionnaireService::unknown);
    }

    private static ProblemException unknown() {
        return QuestionnaireProblem.QUESTIONNAIRE_NOT_FOUND.because("没有这个问卷码，请核对后再试");
    }
}
