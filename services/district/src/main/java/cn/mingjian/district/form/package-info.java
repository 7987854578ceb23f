/** Reads the fields of documents that somebody sent. */
@NullMarked
package cn.mingjian.district.form;

import org.jspecify.annotations.NullMarked;
