/**
 * What all REST resources share: waiting by {@code Prefer: wait} (RFC 7240) so that callers never sleep, strict numbers, and
 * the answer to what they refuse or fail in.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.http;
