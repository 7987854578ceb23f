package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/**
 * A whole document of the bundle, and where it is kept.
 *
 * @param file the bundle's file that it comes from
 * @param phase the last one in which it may be missing
 * @param author whose part it is: puts it and may read it back
 */
record Part(String file, Phase phase, Place place, Supplier<Session> author, JsonNode document) {}
