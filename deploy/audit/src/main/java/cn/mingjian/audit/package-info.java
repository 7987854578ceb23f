/**
 * The verify-audit command. It trusts the services' public keys and nothing else: neither functions nor views nor triggers of
 * the databases it looks at. It reads the databases in one read-only snapshot each, and the checkpoints from the broker.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.audit;
