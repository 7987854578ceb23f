/** Refusals as RFC 9457 problem documents: one enum of refusals a feature, one place that maps them to HTTP. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.problem;
