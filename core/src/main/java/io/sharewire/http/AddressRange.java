package io.sharewire.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of IP addresses.
 *
 * @param prefix its first address
 * @param bits how many leading bits of it count
 * @param what completes "… is ", e.g. {@code a private address}
 */
record AddressRange(InetAddress prefix, int bits, String what) {

    /** Reads {@code 10.0.0.0/8}; a literal is never looked up. */
    static AddressRange of(String cidr, String what) {
        int slash = cidr.indexOf('/');
        try {
            return new AddressRange(
                    InetAddress.getByName(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)), what);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a literal address: " + cidr, e);
        }
    }

    boolean contains(byte[] address) {
        byte[] own = prefix.getAddress();
        if (own.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xFF : (0xFF << (8 - (bits - bit))) & 0xFF;
            if (((own[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
