/**
 * The evaluation bundle: a folder of the files that people already keep, read with the line of everything in it, and
 * checked whole, so that every fault is told in one run. Nothing here talks to the platform.
 */
@NullMarked
package cn.mingjian.cli.bundle;

import org.jspecify.annotations.NullMarked;
