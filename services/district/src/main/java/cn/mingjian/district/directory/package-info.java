/** Keycloak's groups and accounts: a right is a leaf group, and the role hangs on the leaf. No other package calls Keycloak. */
@NullMarked
package cn.mingjian.district.directory;

import org.jspecify.annotations.NullMarked;
