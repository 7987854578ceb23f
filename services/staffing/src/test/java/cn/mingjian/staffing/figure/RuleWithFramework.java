package cn.mingjian.staffing.figure;

import jakarta.transaction.Transactional;

/** What a rule must not look like; the architecture test has to catch it. */
public class RuleWithFramework {

    @Transactional
    public int rate() {
        return 0;
    }
}
