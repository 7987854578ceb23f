/** How fast a district's board is at 10, 200 and 2,000 stations, beside the simplest read that there is. */
@NullMarked
package cn.mingjian.acceptance.board;

import org.jspecify.annotations.NullMarked;
