/**
 * One evaluation taken through the platform as its parties would do it: every document goes in under the account of the
 * party whose part it is, and every figure of the result is read back from the service that computed it.
 */
@NullMarked
package cn.mingjian.cli.evaluation;

import org.jspecify.annotations.NullMarked;
