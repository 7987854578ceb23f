/**
 * The board of a district: a read model of all its evaluations, kept from what scoring, indicator, staffing and report tell, and
 * made anew from the same events on demand. A score or grade is known to it only from ResultFinalised on.
 */
@NullMarked
package cn.mingjian.district.board;

import org.jspecify.annotations.NullMarked;
