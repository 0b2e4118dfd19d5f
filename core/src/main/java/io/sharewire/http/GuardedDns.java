package io.sharewire.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;

/**
 * A look-up that fails if any one of the answers must not be connected to: a name with a public and a private address is
 * somebody's attempt.
 *
 * <p>Not enough by itself: OkHttp does not ask it for literal addresses. {@link GuardedSockets} sees those too. A record,
 * since OkHttp shares connections only between calls whose look-ups are equal.
 *
 * @param dns asks
 * @param policy decides
 * @param port that will be connected to
 */
record GuardedDns(Dns dns, AddressPolicy policy, int port) implements Dns {

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> answers = dns.lookup(hostname);
        for (InetAddress answer : answers) {
            Optional<String> refusal = policy.refusal(new InetSocketAddress(answer, port));
            if (refusal.isPresent()) {
                throw new AddressRefusedException(
                        hostname + " leads to " + answer.getHostAddress() + ", which " + refusal.get());
            }
        }
        return answers;
    }
}
