/** What the features that hear of evaluations have in common. */
@NullMarked
package cn.mingjian.district.event;

import org.jspecify.annotations.NullMarked;
