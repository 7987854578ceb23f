/**
 * What a bundle and the documents that its parts become have to keep to, once for the command that checks a bundle before
 * anything is sent and for the services that take the documents. Rules look at what could be read: null is a value that
 * is absent or does not read, and nothing is said about what depends on it.
 */
@NullMarked
package cn.mingjian.rules;

import org.jspecify.annotations.NullMarked;
