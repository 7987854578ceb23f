package cn.mingjian.scoring.pool;

import cn.mingjian.scoring.panel.Deactivated;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;

/** An account that one profile has in use and another one not is in use. */
@ApplicationScoped
class DeactivatedProfiles implements Deactivated {

    private final Profiles profiles;

    DeactivatedProfiles(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Set<String> accounts(String district) {
        Set<String> deactivated = new TreeSet<>();
        Set<String> inUse = new TreeSet<>();
        for (ProfileEntity profile : profiles.of(district)) {
            if (profile.account != null) {
                (profile.active ? inUse : deactivated).add(profile.account);
            }
        }
        deactivated.removeAll(inUse);
        return deactivated;
    }
}
