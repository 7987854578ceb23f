package cn.mingjian.cli.archive;

import cn.mingjian.cli.platform.Answer;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;

/** A round that nobody changes any more, as the bureau reads it from the services. */
final class ClosedRound {
    private final Api api;
    private final Session bureau;
    private final String district;
    private final String evaluation;
    private final JsonNode opening;

    /** @throws Halt when the round is not closed, or the account may not read it */
    ClosedRound(Api api, Session bureau, String district, String evaluation) {
        this.api = api;
        this.bureau = bureau;
        this.district = district;
        this.evaluation = evaluation;
        this.opening = get("scoring", "");
        if (!opening.path("phase").asText().equals("CLOSED")) {
            throw new Halt("评估 %s 尚未办结，不能归档。", evaluation);
        }
    }

    /** What the round was opened with. */
    JsonNode opening() {
        return opening;
    }

    /** One of its documents; the path goes on from the round's own. */
    JsonNode get(String service, String path) {
        return api.get(bureau, at(service, path));
    }

    /** A document that may never have been handed in: missing then. */
    JsonNode find(String service, String path) {
        Answer answer = api.find(bureau, at(service, path));
        return answer.isFine() ? answer.body() : JsonNodeFactory.instance.missingNode();
    }

    /** Something of its district; the path goes on from the district's own. */
    JsonNode ofDistrict(String path) {
        return api.get(bureau, new Place("district", "/v1/districts/" + district + path));
    }

    /** @return false when there is no such file */
    boolean download(String service, String path, String mediaType, Path file) {
        return api.download(bureau, at(service, path), mediaType, file);
    }

    private Place at(String service, String path) {
        return new Place(service, "/v1/evaluations/" + evaluation + path);
    }
}
