/**
 * Append-only, versioned JSON documents in a service's own database: what people hand in whole (a roster, a rubric) and
 * what a service computes (an achievement, a result). Every version stays, with its author and time; freezing evidence
 * is citing versions.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.document;
