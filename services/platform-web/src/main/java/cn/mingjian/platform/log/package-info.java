/** What a line of the log tells of the request it belongs to. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.log;
