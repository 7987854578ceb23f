/**
 * What tests of a service stand on: real PostgreSQL, Kafka and Keycloak shared by a whole build, real tokens, real
 * events. Every test run has a database and topics of its own.
 */
@NullMarked
package cn.mingjian.platform.test;

import org.jspecify.annotations.NullMarked;
