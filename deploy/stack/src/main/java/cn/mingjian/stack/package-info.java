/**
 * Starts real PostgreSQL, Kafka and Keycloak and the services as processes of one machine, waits until each answers,
 * restarts what dies and stops everything in order. Knows nothing of the domain.
 */
@NullMarked
package cn.mingjian.stack;

import org.jspecify.annotations.NullMarked;
