package cn.mingjian.platform.limit;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where an anonymous request comes from: the peer of its connection, or what trusted proxies say when the deployment has
 * named them ({@code quarkus.http.proxy}).
 */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** An IPv4 address whole; of an IPv6 address its /64, which is what one customer is given. */
    static String of(@Nullable SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) {
            return "";
        }
        String text = remote.hostAddress();
        if (!text.contains(":")) {
            return text;
        }
        try {
            return InetAddress.getByName(text) instanceof Inet6Address address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : text;
        } catch (UnknownHostException noAddress) {
            return text;
        }
    }
}
