package cn.mingjian.scoring.panel;

import java.util.Set;

/** Who is named no more, as the pool says; whoever is in no pool may be. */
public interface Deactivated {

    /** The accounts that a district's pool no longer has in use. */
    Set<String> accounts(String district);
}
