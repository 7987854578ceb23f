/** What single values look like, and which of them an entry of a document or a row of a table has. */
@NullMarked
package cn.mingjian.rules.form;

import org.jspecify.annotations.NullMarked;
