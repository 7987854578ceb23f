package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request to a service, whoever sends it.
 *
 * @param body empty where none belongs
 */
record Request(String service, String method, String path, String body, String type) {
    static Request get(String service, String path) {
        return new Request(service, "GET", path, "", "application/json");
    }

    static Request put(String service, String path, JsonNode body) {
        return new Request(service, "PUT", path, body.toString(), "application/json");
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
