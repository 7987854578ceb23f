/**
 * What the operator hands in for an evaluation: declared figures and resources, whole documents with versions. After the freeze
 * they are what was frozen.
 */
@NullMarked
package cn.mingjian.indicator.evidence;

import org.jspecify.annotations.NullMarked;
