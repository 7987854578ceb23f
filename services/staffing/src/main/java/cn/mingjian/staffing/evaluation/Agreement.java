package cn.mingjian.staffing.evaluation;

import java.util.Set;

/** What staffing needs of one version of an agreement. */
public record Agreement(int version, int requiredStaff, Set<String> areas) {

    public Agreement {
        areas = Set.copyOf(areas);
    }
}
