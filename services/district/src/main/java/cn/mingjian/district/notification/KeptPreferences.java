package cn.mingjian.district.notification;

import cn.mingjian.platform.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How accounts want to be told; each keeps and reads its own. */
@ApplicationScoped
class KeptPreferences {
    private final EntityManager database;
    private final Caller caller;

    KeptPreferences(EntityManager database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    @Transactional
    Optional<PreferenceEntity> own() {
        return Optional.ofNullable(database.find(PreferenceEntity.class, caller.account()));
    }

    /** @param email where mail goes to, or null for no mail */
    @Transactional
    void keep(@Nullable String email, List<String> muted) {
        PreferenceEntity kept = own().orElseGet(PreferenceEntity::new);
        kept.account = caller.account();
        kept.email = email;
        kept.muted = muted;
        database.persist(kept);
    }
}
