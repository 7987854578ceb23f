/** Accounts of a district's people: created here, known to other services by id. An existing account gains and loses rights, nothing else of it changes. */
@NullMarked
package cn.mingjian.district.account;

import org.jspecify.annotations.NullMarked;
