package cn.mingjian.platform.caller;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a right holds: the realm (no segment), a district (one) or a station (two). Places compare by segment, never by
 * prefix of text.
 */
public record Place(List<String> segments) {

    public static final Place REALM = new Place(List.of());

    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");

    public Place {
        segments = List.copyOf(segments);
        if (segments.size() > 2) {
            throw new IllegalArgumentException("a place has at most a district and a station: " + segments);
        }
        for (String segment : segments) {
            if (!isCode(segment)) {
                throw new IllegalArgumentException("a code has small letters, digits and hyphens: " + segment);
            }
        }
    }

    /** Whether the text is a code as districts, stations, agreements and evaluations have: {@code [a-z0-9-]+}, at most 64. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    public static Place district(String district) {
        return new Place(List.of(district));
    }

    public static Place station(String district, String station) {
        return new Place(List.of(district, station));
    }

    /** Reads {@code nansha/dagang}; the empty text is the realm. */
    public static Place parse(String path) {
        return path.isEmpty() ? REALM : new Place(List.of(path.split("/", -1)));
    }

    public String path() {
        return String.join("/", segments);
    }

    /** The district's code; a realm has none. */
    public String district() {
        return segments.get(0);
    }

    /** The station's code; only a station has one. */
    public String station() {
        return segments.get(1);
    }

    /** Whether the other place is this one or lies below it. */
    public boolean contains(Place other) {
        return other.segments.size() >= segments.size()
                && other.segments.subList(0, segments.size()).equals(segments);
    }

    @Override
    public String toString() {
        return path();
    }
}
