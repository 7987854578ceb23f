/** The six front doors (门户): who signs in where, and the page behind each. No business data, no rules. */
@NullMarked
package cn.mingjian.portal.entry;

import org.jspecify.annotations.NullMarked;
