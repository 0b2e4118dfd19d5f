package io.sharewire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges from the IANA IPv4 and IPv6 special-purpose address registries, with first and last addresses. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesEverythingThatIsNotPublic(String literal) throws UnknownHostException {
        assertThat(AddressPolicy.PUBLIC_ONLY.refusal(at(literal, 443))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "168.63.129.15",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "64:ff9b::808:808",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void allowsTheNeighboursOfThoseRanges(String literal) throws UnknownHostException {
        assertThat(AddressPolicy.PUBLIC_ONLY.refusal(at(literal, 80))).isEmpty();
    }

    @Test
    void saysWhatKindOfAddressItIs() throws UnknownHostException {
        assertThat(AddressPolicy.PUBLIC_ONLY.refusal(at("10.0.0.1", 80))).contains("is a private address");
        assertThat(AddressPolicy.PUBLIC_ONLY.refusal(at("fd00:ec2::254", 80))).contains("is a private address");
        assertThat(AddressPolicy.PUBLIC_ONLY.refusal(at("64:ff9b::7f00:1", 80)))
                .contains("is an address of this machine");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 22, 25, 81, 6379, 8080, 8443})
    void allowsNoPortButTheTwoOfTheWeb(int port) throws UnknownHostException {
        assertThat(AddressPolicy.PUBLIC_ONLY.refusal(at("1.1.1.1", port)))
                .contains("is asked for on port " + port + " instead of 80 or 443");
    }

    @Test
    void refusesWhatIsNotResolved() {
        assertThat(AddressPolicy.PUBLIC_ONLY.refusal(InetSocketAddress.createUnresolved("news.example", 443)))
                .contains("is not resolved");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,true",
        "localhost.,true",
        "a.localhost,true",
        "printer.local,true",
        "metadata.google.internal,true",
        "metadata.google.internal.,true",
        "news.example,false",
        "local.example,false",
        "mylocal,false"
    })
    void doesNotEvenLookUpNamesOfTheOwnNetwork(String host, boolean refused) {
        assertThat(AddressPolicy.PUBLIC_ONLY.refusal(host, 443).isPresent()).isEqualTo(refused);
    }

    @Test
    void anyIsAny() throws UnknownHostException {
        assertThat(AddressPolicy.ANY.refusal(at("127.0.0.1", 8080))).isEmpty();
        assertThat(AddressPolicy.ANY.refusal("localhost", 8080)).isEmpty();
    }

    private static InetSocketAddress at(String literal, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(literal), port);
    }
}
