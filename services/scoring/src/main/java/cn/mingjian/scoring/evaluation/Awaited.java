package cn.mingjian.scoring.evaluation;

/** What a caller waits for: each condition is "at least that far", and one that is not named is met. */
record Awaited(Phase.Name phase, Integer achievement, Integer staffing, Integer objectionsDecided) {

    static Awaited of(String phase, Integer achievement, Integer staffing, Integer objectionsDecided) {
        Fields fields = new Fields();
        Phase.Name known =
                phase == null ? null : fields.oneOf(Phase.Name.class, "", phase).orElse(null);
        fields.refuse();
        return new Awaited(known, achievement, staffing, objectionsDecided);
    }

    boolean isReachedBy(EvaluationView view) {
        return (phase == null || Phase.Name.valueOf(view.phase()).compareTo(phase) >= 0)
                && atLeast(view.achievementVersion(), achievement)
                && atLeast(view.staffingVersion(), staffing)
                && atLeast(view.objections().decided(), objectionsDecided);
    }

    private static boolean atLeast(Integer reached, Integer wanted) {
        return wanted == null || (reached != null && reached >= wanted);
    }
}
