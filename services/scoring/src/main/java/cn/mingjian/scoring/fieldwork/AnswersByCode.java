package cn.mingjian.scoring.fieldwork;

import cn.mingjian.scoring.evaluation.Evaluation;

/** What residents have answered themselves. */
public interface AnswersByCode {

    /** Whether their answers have joined those that the third party recorded: nobody replaces them after that. */
    boolean haveJoined(Evaluation evaluation);
}
