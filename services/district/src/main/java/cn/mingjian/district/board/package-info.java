/**
 * The board of a district: a read model of all its evaluations, kept from what scoring and report tell. A score or grade
 * is known to it only from ResultFinalised on.
 */
@NullMarked
package cn.mingjian.district.board;

import org.jspecify.annotations.NullMarked;
