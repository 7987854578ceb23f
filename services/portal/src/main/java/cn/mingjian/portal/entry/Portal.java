package cn.mingjian.portal.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A front door: each has an address, a Keycloak client and a session of its own, and lets in whoever holds its role. */
public enum Portal {
    THIRD_PARTY("第三方评估"),
    SUPERVISORY_CENTER("督导中心"),
    PURCHASER("购买方"),
    SUPERVISOR("监督方"),
    OPERATOR("承办方"),
    BUREAU("区民政局");

    /** A path that begins with an entry, for JAX-RS. */
    public static final String ENTRY = "{portal: third-party|supervisory-center|purchaser|supervisor|operator|bureau}";

    private final String title;

    Portal(String title) {
        this.title = title;
    }

    public static Optional<Portal> of(String role) {
        return Stream.of(values()).filter(portal -> portal.role().equals(role)).findFirst();
    }

    public String title() {
        return title;
    }

    /** The role that enters here; also the first segment of its addresses. */
    public String role() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
