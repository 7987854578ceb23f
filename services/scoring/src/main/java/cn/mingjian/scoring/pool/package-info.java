/**
 * The people whom a district may ask to evaluate: what they know, whom they work and worked for, and the names
 * by which organisations go. Before somebody is put on a
 * panel the pool says what might stand in the way; the bureau decides.
 */
package cn.mingjian.scoring.pool;
