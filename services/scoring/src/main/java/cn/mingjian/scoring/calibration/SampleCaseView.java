package cn.mingjian.scoring.calibration;

import cn.mingjian.scoring.analysis.SpreadView;

/**
 * A party's sample case.
 *
 * @param scored how many evaluators have scored it
 * @param spread how far they lie apart; null for whoever has not scored it yet
 */
public record SampleCaseView(String title, String text, int version, int scored, SpreadView spread) {}
