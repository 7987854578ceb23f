package cn.mingjian.scoring.questionnaire;

import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.fieldwork.AnswersByCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Questionnaires whose answers are evidence now. */
@ApplicationScoped
class ClosedQuestionnaires implements AnswersByCode {

    private final EntityManager entities;

    ClosedQuestionnaires(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean haveJoined(Evaluation evaluation) {
        QuestionnaireEntity questionnaire = entities.find(QuestionnaireEntity.class, evaluation.code());
        return questionnaire != null && questionnaire.closedAt != null;
    }
}
