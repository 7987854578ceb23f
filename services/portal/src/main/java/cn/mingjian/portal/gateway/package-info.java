/** Passes what a page asks for on to the services, with the session's token instead of its cookie. */
@NullMarked
package cn.mingjian.portal.gateway;

import org.jspecify.annotations.NullMarked;
