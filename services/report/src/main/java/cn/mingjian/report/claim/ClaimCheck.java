package cn.mingjian.report.claim;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.Discrepancy;
import cn.mingjian.report.source.StaffingFile;
import cn.mingjian.rules.claim.ClaimSubject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks claims against what was computed (DOMAIN "Indicators", CLAIM_VS_COMPUTED): a claim differs when it is not the
 * exact figure rounded HALF_UP to the claim's own number of decimals. A claim about an unknown figure differs.
 */
public final class ClaimCheck {

    public static final String RULE = "CLAIM_VS_COMPUTED";

    private ClaimCheck() {}

    /** The claims that differ, in the order in which they were made. */
    public static List<Discrepancy> of(Claims claims, Achievement achievement, StaffingFile staffing) {
        List<Discrepancy> differing = new ArrayList<>();
        for (Claims.Claim claim : claims.claims()) {
            ClaimSubject subject = ClaimSubject.parse(claim.subject())
                    .orElseThrow(() -> new IllegalArgumentException("no figure is called " + claim.subject()));
            Optional<ComputedFigure> figure = ComputedFigure.of(subject, achievement, staffing);
            if (figure.isEmpty() || !agrees(claim.value(), figure.get())) {
                differing.add(Discrepancy.unexplained(
                        RULE,
                        claim.subject(),
                        claim.value(),
                        figure.map(ComputedFigure::printed).orElse(null)));
            }
        }
        return differing;
    }

    static boolean agrees(String claim, ComputedFigure figure) {
        int decimals = new BigDecimal(claim).scale();
        return Figures.rounded(figure.exact(), decimals).equals(Figures.parse(claim));
    }
}
