/**
 * Files that people attach to a round, as evidence that sheets can cite: addressed by the SHA-256 of their content, of a few
 * types that are checked against what is in them, looked at by a virus scanner where one is set up. Owns who attached what; the
 * content lies in a {@link cn.mingjian.scoring.attachment.ContentStore}. What one of the four parties attaches is as blind as its sheets.
 */
package cn.mingjian.scoring.attachment;
