package io.sharewire.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The public internet and nothing else.
 *
 * <p>Rests on the raw bytes: the predicates of {@link InetAddress} know neither carrier-grade NAT nor unique local IPv6
 * addresses nor the reserved ranges. State of the IANA special-purpose registries: 2026-11.
 */
final class PublicAddresses {

    private static final List<AddressRange> V4 = List.of(
            AddressRange.of("0.0.0.0/8", "an address of this machine"),
            AddressRange.of("10.0.0.0/8", "a private address"),
            AddressRange.of("100.64.0.0/10", "a carrier's internal address"),
            AddressRange.of("127.0.0.0/8", "an address of this machine"),
            AddressRange.of("168.63.129.16/32", "a cloud's metadata address"),
            AddressRange.of("169.254.0.0/16", "a link-local or metadata address"),
            AddressRange.of("172.16.0.0/12", "a private address"),
            AddressRange.of("192.0.0.0/24", "a reserved address"),
            AddressRange.of("192.0.2.0/24", "an address for documentation"),
            AddressRange.of("192.88.99.0/24", "a tunnel's address"),
            AddressRange.of("192.168.0.0/16", "a private address"),
            AddressRange.of("198.18.0.0/15", "an address for benchmarks"),
            AddressRange.of("198.51.100.0/24", "an address for documentation"),
            AddressRange.of("203.0.113.0/24", "an address for documentation"),
            AddressRange.of("224.0.0.0/4", "a multicast address"),
            AddressRange.of("240.0.0.0/4", "a reserved address"));

    /** Exceptions within 2000::/3, outside of which no IPv6 address is public. */
    private static final List<AddressRange> V6 = List.of(
            AddressRange.of("::1/128", "an address of this machine"),
            AddressRange.of("::/128", "an address of this machine"),
            AddressRange.of("fc00::/7", "a private address"),
            AddressRange.of("fe80::/10", "a link-local address"),
            AddressRange.of("fec0::/10", "a private address"),
            AddressRange.of("ff00::/8", "a multicast address"),
            AddressRange.of("2001::/32", "a tunnel's address"),
            AddressRange.of("2001::/23", "a reserved address"),
            AddressRange.of("2001:db8::/32", "an address for documentation"),
            AddressRange.of("2002::/16", "a tunnel's address"),
            AddressRange.of("3fff::/20", "an address for documentation"));

    private static final AddressRange GLOBAL = AddressRange.of("2000::/3", "a public address");

    /** Where a network without IPv4 reaches IPv4: as public as the address that is embedded. */
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96", "a translated address");

    private PublicAddresses() {}

    static Optional<String> refusal(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        if (ip == null) {
            return Optional.of("is not resolved");
        }
        return portRefusal(address.getPort()).or(() -> refusal(ip.getAddress()).map(what -> "is " + what));
    }

    static Optional<String> refusal(String host, int port) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        boolean internal = name.equals("localhost")
                || name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal");
        return internal ? Optional.of("is a name of this machine or network") : portRefusal(port);
    }

    private static Optional<String> portRefusal(int port) {
        return port == 80 || port == 443
                ? Optional.empty()
                : Optional.of("is asked for on port " + port + " instead of 80 or 443");
    }

    private static Optional<String> refusal(byte[] address) {
        if (address.length == 4) {
            return firstOf(V4, address);
        }
        if (NAT64.contains(address)) {
            return refusal(Arrays.copyOfRange(address, 12, 16));
        }
        Optional<String> known = firstOf(V6, address);
        return known.isPresent() || GLOBAL.contains(address) ? known : Optional.of("not a public address");
    }

    private static Optional<String> firstOf(List<AddressRange> ranges, byte[] address) {
        return ranges.stream()
                .filter(range -> range.contains(address))
                .map(AddressRange::what)
                .findFirst();
    }
}
