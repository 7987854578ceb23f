package cn.mingjian.platform.limit;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How much one caller may ask of one instance of a service. */
@StaticInitSafe
@ConfigMapping(prefix = "mingjian.limits")
interface Limits {

    /** Of an account that is signed in. */
    Rate account();

    /** Of another service of the platform, which asks on behalf of everybody. */
    Rate service();

    /** Of an address from which nobody is signed in. */
    Rate anonymous();

    /** Of an address on single paths, whoever asks. */
    Map<String, Rate> path();

    /** How many callers are remembered; beyond it the ones not seen for longest start afresh. */
    @WithDefault("100000")
    int callers();

    /** How long the body of one request may take to arrive. */
    @WithDefault("30S")
    Duration slowestBody();

    /** A bucket of requests: {@code burst} at once, filled again by {@code perMinute}. */
    interface Rate {

        int perMinute();

        int burst();
    }
}
