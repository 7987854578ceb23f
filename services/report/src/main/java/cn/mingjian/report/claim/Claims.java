package cn.mingjian.report.claim;

import cn.mingjian.rules.claim.ClaimSubject;
import java.util.List;

/** All claims of an evaluation. */
public record Claims(List<Claim> claims) {

    public Claims {
        claims = List.copyOf(claims);
    }

    /**
     * A figure as somebody wrote it.
     *
     * @param source where it is written
     * @param subject which figure it speaks of, in the form of {@link ClaimSubject}
     * @param value as written: its decimals are the precision that it claims
     */
    public record Claim(String source, String subject, String value) {}
}
