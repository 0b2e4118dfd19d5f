package io.sharewire.http;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Says which addresses a {@link GuardedFetch} may connect to. Implementations are pure and thread-safe.
 *
 * <p>A refusal is one clause that goes on after the address: {@code is a private address}.
 */
@FunctionalInterface
public interface AddressPolicy {

    /**
     * Addresses of the public internet, on ports 80 and 443: nothing on this machine, in this network, in a cloud's
     * metadata service or in a reserved range, and no tunnel that leads there.
     */
    AddressPolicy PUBLIC_ONLY = new AddressPolicy() {
        @Override
        public Optional<String> refusal(InetSocketAddress address) {
            return PublicAddresses.refusal(address);
        }

        @Override
        public Optional<String> refusal(String host, int port) {
            return PublicAddresses.refusal(host, port);
        }
    };

    /** Every address and port, for pages of a test system on this machine or in this network. */
    AddressPolicy ANY = address -> Optional.empty();

    /** Why there must be no connection to {@code address}, which is resolved; empty if there may be one. */
    Optional<String> refusal(InetSocketAddress address);

    /**
     * Why {@code host} is not even looked up; empty if it is. Only spares a look-up: what counts is
     * {@link #refusal(InetSocketAddress)}, which is asked before every connection.
     *
     * @param host as in the URL, lower-case, without brackets
     */
    default Optional<String> refusal(String host, int port) {
        return Optional.empty();
    }
}
