/**
 * Kills processes of a running platform at moments drawn from a seed while an evaluation goes through it, and compares all
 * that the platform keeps of that evaluation with what it keeps of one that nothing happened to.
 */
@NullMarked
package cn.mingjian.acceptance.fault;

import org.jspecify.annotations.NullMarked;
