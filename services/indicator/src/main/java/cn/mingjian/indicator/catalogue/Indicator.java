package cn.mingjian.indicator.catalogue;

/** One indicator of an agreement's catalogue; its code means nothing outside that agreement. */
public record Indicator(String code, String name, String unit, Scope scope, Measure measure) {
    /** Refuses an indicator without a code. */
    public Indicator {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an indicator has a code, this one is named " + name);
        }
    }
}
