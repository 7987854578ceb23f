package cn.mingjian.platform.event;

import java.time.Instant;

/**
 * What happened, as it arrived.
 *
 * @param id unique; the inbox knows a repeated delivery by it
 * @param type {@code cn.mingjian.<service>.<Event>.v1}
 * @param key the aggregate's id; events of one key on one topic arrive in order
 */
public record Event<E>(String id, String type, String key, Instant time, E payload) {}
