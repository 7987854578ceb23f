/** Exact numbers and how they are printed. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.number;
