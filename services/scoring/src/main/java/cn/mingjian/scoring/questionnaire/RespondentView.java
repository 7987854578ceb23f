package cn.mingjian.scoring.questionnaire;

/**
 * What a code opens.
 *
 * @param answered whether somebody answered with this code
 * @param open whether answers are still taken
 */
public record RespondentView(String title, String introduction, String group, boolean answered, boolean open) {}
