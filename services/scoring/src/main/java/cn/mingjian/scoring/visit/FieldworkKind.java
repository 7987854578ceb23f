package cn.mingjian.scoring.visit;

import cn.mingjian.scoring.score.Party;

/** What a party keeps of its fieldwork, each kind under the name by which its sheets cite it. */
enum FieldworkKind {
    SITE_CHECK("sitecheck", "site-check:"),
    SAMPLE("sample", "sample:"),
    FILE_CHECK("filecheck", "file-check:"),
    INTERVIEW("interview", "interview:");

    private final String kind;
    private final String cited;

    FieldworkKind(String kind, String cited) {
        this.kind = kind;
        this.cited = cited;
    }

    /** How the kinds of a party's documents begin. The third party's name none: it was alone in having any, and documents keep their kind. */
    String of(Party party) {
        return kind + (party == Party.THIRD_PARTY ? "" : "@" + party) + "/";
    }

    /** How a sheet of the same party names one. */
    String cited() {
        return cited;
    }
}
