package cn.mingjian.platform.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a caller is ready to wait, 0 … 60 s. */
public record PreferWait(Duration atMost) {

    public static final PreferWait NONE = new PreferWait(Duration.ZERO);

    /** What another service has answered to the caller may take so long until this one has heard of it. */
    public static final PreferWait MOMENT = new PreferWait(Duration.ofSeconds(5));

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*(\\d{1,4})");
    private static final long LONGEST_SECONDS = 60;

    /** Reads the value of a {@code Prefer} header; none or another preference is no wait. */
    public static PreferWait of(@Nullable String header) {
        if (header == null) {
            return NONE;
        }
        Matcher wait = WAIT.matcher(header);
        return wait.find()
                ? new PreferWait(Duration.ofSeconds(Math.min(Long.parseLong(wait.group(1)), LONGEST_SECONDS)))
                : NONE;
    }
}
