package cn.mingjian.scoring.pool;

import java.util.List;
import java.util.stream.Stream;

/**
 * An organisation that operates stations or that evaluators come from, as it is sent and kept.
 *
 * @param name its registered name
 * @param otherNames short and former names, none twice
 */
public record OrganisationDocument(String name, List<String> otherNames) {

    Stream<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream());
    }
}
