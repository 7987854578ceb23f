package cn.mingjian.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.OptionalLong;

/** What is left to each caller of one rate. */
final class Allowances {

    private final Limits.Rate rate;
    private final Cache<String, Bucket> buckets;

    /** @param callers how many are remembered; whoever was idle until the bucket was full again need not be */
    Allowances(Limits.Rate rate, int callers) {
        this.rate = rate;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(Duration.ofMinutes(1).multipliedBy(1 + rate.burst() / rate.perMinute()))
                .build();
    }

    /** Takes one request off; when there is none left, tells after how many seconds there will be one. */
    OptionalLong secondsUntilAllowed(String caller) {
        ConsumptionProbe probe = buckets.get(caller, _ -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
