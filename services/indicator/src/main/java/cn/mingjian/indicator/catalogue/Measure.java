package cn.mingjian.indicator.catalogue;

/** Where an indicator's completed figure comes from. */
public sealed interface Measure {
    /** Declared by the operator, and checked against the municipal platform's records of one type. */
    record Volume(String recordType, Counting counting) implements Measure {}

    /** The numerator's completed figure in percent of the denominator's agreed figure; both are volumes. */
    record Rate(String numerator, String denominator) implements Measure {}
}
