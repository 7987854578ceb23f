package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A request to a service, whoever sends it.
 *
 * @param body empty where none belongs
 */
record Request(String service, String method, String path, String body, String type) {
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static Request get(String service, String path) {
        return new Request(service, "GET", path, "", "application/json");
    }

    static Request put(String service, String path, JsonNode body) {
        return new Request(service, "PUT", path, body.toString(), "application/json");
    }

    /** Workbooks travel with a character for each byte. */
    static Charset charset(String type) {
        return type.startsWith(WORKBOOK) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    Request at(String otherPath) {
        return new Request(service, method, otherPath, body, type);
    }

    Request with(String otherBody) {
        return new Request(service, method, path, otherBody, type);
    }

    @Override
    public String toString() {
        return service + " " + method + " " + path;
    }
}
