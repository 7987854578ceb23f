package cn.mingjian.district.registry;

import org.jspecify.annotations.Nullable;

/** A district as kept, with the ids that its accounts had when it was registered. */
record District(String name, Member bureauAccount, @Nullable Member platformAccount) {

    /** An account by its id. */
    record Member(String id, String username) {}
}
