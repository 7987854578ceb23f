/**
 * The way to a service's own database. Request threads come in under a role whose rows are limited to the caller's places by
 * the database itself; consumers and schedulers under a role and a pool of their own, which no request can reach.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.store;
