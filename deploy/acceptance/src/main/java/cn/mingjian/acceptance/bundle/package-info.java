/** Correct evaluation bundles that a seed decides, rich in the corners of the rules. */
@NullMarked
package cn.mingjian.acceptance.bundle;

import org.jspecify.annotations.NullMarked;
