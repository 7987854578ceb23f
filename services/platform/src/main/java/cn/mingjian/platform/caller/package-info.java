/** Who calls: the account and its rights, each a pair of role and place given by one Keycloak leaf group. */
@org.jspecify.annotations.NullMarked
package cn.mingjian.platform.caller;
