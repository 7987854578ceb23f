package cn.mingjian.staffing.evaluation;

import java.util.List;

/** As much of district's event as staffing reads. */
record AgreementSigned(
        String district, String station, String agreement, int version, int requiredStaff, List<Area> areas) {

    record Area(String code) {}
}
