/**
 * A closed round as an archive: the bundle that would yield it again, its result and report, and what a bundle cannot tell.
 * The evaluate command takes the archive into an empty platform.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.cli.archive;
