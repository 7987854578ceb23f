package cn.mingjian.district.directory;

/**
 * An account.
 *
 * @param id its id in Keycloak, which other services know it by
 * @param isNew whether this very call made it
 */
public record Account(String id, String username, boolean isNew) {}
