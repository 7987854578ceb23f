package cn.mingjian.scoring.questionnaire;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum QuestionnaireProblem implements ProblemType {
    QUESTIONNAIRE_NOT_FOUND(Kind.NOT_FOUND, "没有这份问卷"),
    QUESTIONNAIRE_CLOSED(Kind.CONFLICT, "问卷已截止"),
    QUESTIONNAIRE_ANSWERED(Kind.CONFLICT, "这份问卷已填写"),
    NOTHING_TO_PRINT(Kind.CONFLICT, "没有待印制的问卷码"),
    FEWER_CODES(Kind.INVALID, "已发放的问卷码不能收回");

    private final Kind kind;
    private final String title;

    QuestionnaireProblem(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
