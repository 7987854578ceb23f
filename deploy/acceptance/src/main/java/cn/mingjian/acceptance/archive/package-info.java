/** What becomes of a round that is taken out of one platform and into another. */
package cn.mingjian.acceptance.archive;
