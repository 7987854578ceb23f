/**
 * What makes the audit entries of a service's own database tamper-evident. Triggers write them (V0_2__audit.sql and
 * V0_5__audit_knows_its_tables.sql); here they are sealed into a hash chain, and each end of the chain is signed and told outside
 * of the database. Emits CheckpointSigned.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.audit;
