/** Codes that open something to whoever holds them: printed for people, kept as a hash, never in an address. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.code;
