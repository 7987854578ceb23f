package cn.mingjian.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered. */
public record Answer(int status, JsonNode body) {

    /** Whether it did what was asked. */
    public boolean isFine() {
        return status >= 200 && status < 300;
    }

    /** Whether there is no such thing. */
    public boolean isMissing() {
        return status == 404;
    }
}
