/** The running platform as a client sees it: where it is, sessions of its accounts, requests and refusals. */
@NullMarked
package cn.mingjian.cli.platform;

import org.jspecify.annotations.NullMarked;
