package cn.mingjian.platform.caller;

import java.util.Set;

/**
 * The way in to what a service keeps under a code of its own that says nothing of its place: an evaluation. The
 * {@link Doorkeeper} asks it before a request's body is read, so that a stranger's body never matters.
 */
public interface Door {

    /** The path parameter behind which it stands. */
    String parameter();

    /**
     * Ends the request unless the caller may come in: with 404 where it may not even know that the thing exists, with 403
     * where it may.
     *
     * @param roles those that the operation is for
     */
    void pass(Set<String> roles, PathParameters path);
}
