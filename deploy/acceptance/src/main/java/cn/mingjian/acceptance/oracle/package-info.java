/**
 * What an evaluation bundle must yield, computed a second time from the rules on paper: no class of a service or of the
 * command is used or copied here, so that a misreading would have to be made twice to go unseen.
 */
@NullMarked
package cn.mingjian.acceptance.oracle;

import org.jspecify.annotations.NullMarked;
