package cn.mingjian.portal.entry;

import io.smallrye.config.ConfigMapping;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/** What a deployment says: where Keycloak and the services are, and the secrets of the entries. */
@ConfigMapping(prefix = "mingjian.portal")
public interface PortalConfig {

    String issuer();

    /** Encrypts what a session's cookies hold; at least 32 characters. */
    String sessionKey();

    /** The secret of each entry's client, by role; an entry without one stays closed. */
    Map<String, Optional<String>> secrets();

    /** Where people find each portal, by role; one without an address is on the host where they are. */
    Map<String, Optional<String>> addresses();

    /** The address of each service, by name. */
    Map<String, String> services();

    /** The address to ask them from, where the machine has several and the services are to know the portal by it. */
    Optional<InetAddress> outgoing();
}
