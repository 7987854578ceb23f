/** What a purchaser bought: terms, areas, catalogue, targets, and what an operator declares against them. */
@NullMarked
package cn.mingjian.rules.agreement;

import org.jspecify.annotations.NullMarked;
