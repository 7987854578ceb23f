package cn.mingjian.indicator.catalogue;

/** How records of one type become a figure: their number, or the sum of their attendance. */
public enum Counting {
    COUNT,
    ATTENDANCE
}
