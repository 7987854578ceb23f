/** What a line of the municipal platform has to be to count as a service record. Plain Java without a framework. */
@NullMarked
package cn.mingjian.integration.record;

import org.jspecify.annotations.NullMarked;
