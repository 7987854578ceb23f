package cn.mingjian.staffing.figure;

/** The social-work qualification a worker holds. */
public enum Certificate {
    NONE,
    ASSISTANT,
    INTERMEDIATE,
    SENIOR;

    public boolean isHeld() {
        return this != NONE;
    }
}
