package cn.mingjian.stack;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what at the broker; whatever stands not here is denied. A service writes what it tells and reads what the others
 * tell, but provisional results only where they are for it; nobody takes back what was told.
 *
 * @param prefix of the installation's topics and groups
 */
record BrokerRights(String prefix) {

    private static final String CHECKPOINTS = "audit.checkpoint";

    /** What a round's scores come to is told before it is closed, for the drafts of its report. */
    private static final String PROVISIONAL_RESULTS = "scoring.result";

    private static final String READER_OF_PROVISIONAL_RESULTS = "report";

    /** Where those of them lie that could not be heard. */
    private static final String THEIR_DEAD_LETTERS = READER_OF_PROVISIONAL_RESULTS + ".dead-letter.";

    /** A service, under its own name: topics begin with the name of whoever tells. */
    List<AclBinding> ofService(String name) {
        return Stream.of(
                        to(name, topics(prefix), AclOperation.READ, AclOperation.CREATE, AclOperation.DESCRIBE_CONFIGS),
                        to(name, topics(prefix + name + "."), AclOperation.WRITE, AclOperation.ALTER_CONFIGS),
                        to(name, topic(prefix + CHECKPOINTS), AclOperation.WRITE),
                        withheldFrom(name),
                        to(
                                name,
                                new ResourcePattern(ResourceType.GROUP, prefix + name, PatternType.LITERAL),
                                AclOperation.READ))
                .flatMap(rights -> rights)
                .toList();
    }

    /** Whoever checks the audit reads its checkpoints. */
    List<AclBinding> ofAuditor(String name) {
        return to(name, topic(prefix + CHECKPOINTS), AclOperation.READ).toList();
    }

    private Stream<AclBinding> withheldFrom(String name) {
        return name.equals(READER_OF_PROVISIONAL_RESULTS)
                ? Stream.empty()
                : Stream.of(topic(prefix + PROVISIONAL_RESULTS), topics(prefix + THEIR_DEAD_LETTERS))
                        .map(what -> binding(name, what, AclOperation.READ, AclPermissionType.DENY));
    }

    private static ResourcePattern topics(String beginning) {
        return new ResourcePattern(ResourceType.TOPIC, beginning, PatternType.PREFIXED);
    }

    private static ResourcePattern topic(String name) {
        return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
    }

    private static Stream<AclBinding> to(String name, ResourcePattern what, AclOperation... operations) {
        return Stream.of(operations).map(operation -> binding(name, what, operation, AclPermissionType.ALLOW));
    }

    private static AclBinding binding(
            String name, ResourcePattern what, AclOperation operation, AclPermissionType permission) {
        return new AclBinding(what, new AccessControlEntry("User:" + name, "*", operation, permission));
    }
}
