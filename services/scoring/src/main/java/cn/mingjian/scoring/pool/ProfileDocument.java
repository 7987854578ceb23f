package cn.mingjian.scoring.pool;

import java.util.List;

/**
 * Somebody in the pool, as it is sent and kept.
 *
 * @param label what pages call the evaluator
 * @param account the account's id in Keycloak, or null while there is none
 * @param organisation the present employer
 * @param expertise fields of knowledge, none twice
 * @param pastEmployers organisations, none twice
 * @param active whether the evaluator may be asked; who is not stays in the pool for what was done
 */
public record ProfileDocument(
        String label,
        String account,
        String organisation,
        List<String> expertise,
        List<String> pastEmployers,
        Boolean active) {}
