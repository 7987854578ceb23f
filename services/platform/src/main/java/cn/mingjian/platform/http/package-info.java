/** What all REST resources share: waiting by {@code Prefer: wait} (RFC 7240) so that callers never sleep, and strict numbers. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.http;
