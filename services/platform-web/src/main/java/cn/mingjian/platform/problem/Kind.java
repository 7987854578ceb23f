package cn.mingjian.platform.problem;

/** What sort of refusal it is; the only place where refusals become HTTP status codes. */
public enum Kind {
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_UNKNOWN(405),
    FORM_NOT_OFFERED(406),
    TOO_SLOW(408),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    FORM_NOT_TAKEN(415),
    INVALID(422),
    TOO_OFTEN(429),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
