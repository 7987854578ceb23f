package cn.mingjian.scoring.panel;

import java.util.List;

/** A panel as it is sent and kept. */
public record PanelDocument(List<MemberDocument> members) {

    /**
     * One evaluator.
     *
     * @param evaluator unique in the evaluation
     * @param account the account's id in Keycloak; scoring never asks Keycloak about it
     * @param label what pages and reports call the evaluator
     * @param role LEAD or MEMBER
     */
    public record MemberDocument(String evaluator, String account, String party, String label, String role) {}
}
