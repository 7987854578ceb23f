package cn.mingjian.platform.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation whose path names what does not exist yet: its place stands in the body. No door can be asked; the method
 * itself decides by the place before it looks at anything else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PlaceInBody {}
