package cn.mingjian.stack;

import java.util.List;
import java.util.Map;

/**
 * What whoever checks the audit needs: where checkpoints and entries are, and whose signatures count.
 *
 * @param kafka settings of a Kafka client that may read the checkpoints
 * @param services by name
 */
record AuditAccess(Map<String, String> kafka, String topicPrefix, Map<String, Database> services) {

    /**
     * One service's own.
     *
     * @param keys the verifying halves of the keys it has signed with, in base 64
     */
    record Database(String url, String user, String password, List<String> keys) {}
}
