package cn.mingjian.district.agreement;

import jakarta.transaction.Transactional;

/** What a check must not look like; the architecture test has to catch it. */
public class CheckWithFramework {

    @Transactional
    public boolean holds() {
        return true;
    }
}
