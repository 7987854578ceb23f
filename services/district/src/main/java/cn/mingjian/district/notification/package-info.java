/**
 * Tells people what concerns them: events become entries of an inbox, to an account or to whoever holds a role at the place,
 * and mail to those who want it. Deadlines are reminded of before they pass.
 */
@NullMarked
package cn.mingjian.district.notification;

import org.jspecify.annotations.NullMarked;
