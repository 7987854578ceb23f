/** The evaluate command. */
package cn.mingjian.cli;
