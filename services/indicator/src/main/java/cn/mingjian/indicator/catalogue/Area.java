package cn.mingjian.indicator.catalogue;

/** A group of communities of one station (片区). */
public record Area(String code, String name) {
    /** Refuses an area without a code. */
    public Area {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an area has a code, this one is named " + name);
        }
    }
}
