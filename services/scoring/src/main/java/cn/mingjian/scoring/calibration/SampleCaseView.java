package cn.mingjian.scoring.calibration;

import cn.mingjian.scoring.analysis.SpreadView;
import java.util.Map;

/**
 * A party's sample case.
 *
 * @param scored how many evaluators have scored it
 * @param own what the reader gave, by item; empty for whoever has not scored it yet
 * @param spread how far they lie apart; null for whoever has not scored it yet
 */
public record SampleCaseView(
        String title, String text, int version, int scored, Map<String, String> own, SpreadView spread) {}
