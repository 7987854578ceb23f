/** Waiting for what is on its way: long polling by {@code Prefer: wait} (RFC 7240), so that callers never sleep. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.http;
