/** The whole platform seen from outside: its processes, its data folder, and the command that takes a bundle through it. */
@NullMarked
package cn.mingjian.acceptance.running;

import org.jspecify.annotations.NullMarked;
