/** Single records of the municipal platform. */
@NullMarked
package cn.mingjian.rules.record;

import org.jspecify.annotations.NullMarked;
