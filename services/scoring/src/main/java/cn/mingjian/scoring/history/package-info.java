/** What has happened in a round, in sentences: read from what every feature keeps, nothing of its own. */
package cn.mingjian.scoring.history;
