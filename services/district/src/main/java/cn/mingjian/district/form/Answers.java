package cn.mingjian.district.form;

import org.jboss.resteasy.reactive.RestResponse;

/** How a PUT answers: 201 for what is there for the first time, 200 for what was replaced or already so. */
public final class Answers {
    private Answers() {}

    public static <V> RestResponse<V> kept(boolean created, V view) {
        return RestResponse.status(created ? RestResponse.Status.CREATED : RestResponse.Status.OK, view);
    }
}
