/**
 * What keeps one caller from being a burden to the others: how often it may ask, how slowly it may send, and that what it
 * sends can be read at all. Holds before any resource is reached; configured under {@code mingjian.limits}.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.limit;
