/**
 * Events between services: out through a transactional outbox and one relay, in through an inbox that shares the effect's
 * transaction. At least once on the wire, exactly once in effect; order holds per topic and key. CloudEvents over Kafka in
 * binary mode.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.event;
