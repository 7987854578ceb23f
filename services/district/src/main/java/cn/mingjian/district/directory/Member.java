package cn.mingjian.district.directory;

import org.jspecify.annotations.Nullable;

/** An account that holds a role, with what it is called when that is known. */
public record Member(String id, String username, @Nullable String displayName) {}
