package cn.mingjian.scoring.fieldwork;

import cn.mingjian.scoring.score.Party;

/** The report's chapters that list findings, each written by one party. */
enum Chapter {
    PROJECT_MANAGEMENT(Party.THIRD_PARTY),
    SERVICE_DELIVERY(Party.THIRD_PARTY),
    SERVICE_MONITORING(Party.THIRD_PARTY),
    SERVICE_OUTCOMES(Party.THIRD_PARTY),
    SUPERVISORY_CENTER(Party.SUPERVISORY_CENTER),
    PURCHASER(Party.PURCHASER),
    SUPERVISOR(Party.SUPERVISOR);

    private final Party author;

    Chapter(Party author) {
        this.author = author;
    }

    Party author() {
        return author;
    }
}
