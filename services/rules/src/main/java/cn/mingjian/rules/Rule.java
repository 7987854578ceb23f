package cn.mingjian.rules;

/** What several values have to agree on. What a single value looks like is a {@link cn.mingjian.rules.form.Form}. */
public enum Rule {
    /** Days from and to are in this order. */
    PERIOD_IN_ORDER,
    /** An evidence window begins on the first day of a month and ends on the last day of one. */
    WHOLE_MONTHS,

    /** An area that is cited is one of the agreement's. */
    AREA_KNOWN,
    /** An indicator that is cited is one of the agreement's. */
    INDICATOR_KNOWN,
    /** Numerator and denominator of a rate are volumes. */
    RATE_OF_VOLUMES,
    /** Only the target of an indicator that is counted by area is split over areas. */
    ALLOCATION_BY_AREA,
    /** Rates are computed, never declared. */
    VOLUMES_DECLARED,

    /** Nobody leaves before joining. */
    LEFT_AFTER_JOINED,
    /** Attendance is of workers on the roster. */
    WORKER_KNOWN,
    /** Attendance is of months of the evidence window. */
    MONTH_INSIDE_WINDOW,

    /** A policy has all four parties. */
    PARTIES_COMPLETE,
    /** The parties' weights add up to 100. */
    WEIGHTS_HUNDRED,
    /** One grade starts from 0. */
    GRADE_FROM_ZERO,
    /** An item leans on evidence that exists. */
    BASIS_KNOWN,
    /** Categories lie within one another to {@link cn.mingjian.rules.scoring.Items#DEEPEST} levels. */
    LEVELS_BOUNDED,
    /** Every party has a regular item to score. */
    PARTY_WITH_ITEMS,

    /** Whoever is recused says why. */
    RECUSAL_REASONED,
    /** A score is given by somebody of the panel. */
    EVALUATOR_KNOWN,
    /** A score is given by somebody who has pledged and is not recused. */
    EVALUATOR_ELIGIBLE,
    /** What is scored is an item of the rubric. */
    ITEM_KNOWN,
    /** What is scored is an item of the evaluator's own party. */
    ITEM_OF_PARTY,
    /** A score is at most its item's maximum. */
    SCORE_WITHIN_MAXIMUM,
    /** A score is a whole number of steps. */
    SCORE_ON_STEP,
    /** Every eligible evaluator has a score or NA for every item of its party. */
    SCORE_FOR_EVERY_ITEM,
    /** Every party has exactly one lead who is eligible. */
    ONE_LEAD,
    /** Every party has a score for one of its regular items. */
    PARTY_WITH_SCORE,

    /** A claim speaks of a figure that is computed. */
    SUBJECT_KNOWN,
    /** A service record is of the station that it is delivered for. */
    RECORD_OF_STATION,
    /** A record that is delivered twice in one version says the same. */
    RECORD_UNCHANGED;

    /** Whether it is about a code that something else defines. */
    public boolean citesCode() {
        return switch (this) {
            case AREA_KNOWN, INDICATOR_KNOWN, WORKER_KNOWN, EVALUATOR_KNOWN, ITEM_KNOWN -> true;
            default -> false;
        };
    }
}
