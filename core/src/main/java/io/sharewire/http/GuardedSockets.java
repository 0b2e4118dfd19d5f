package io.sharewire.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that ask the policy at the last moment before they connect, with the address that is really connected to: no
 * literal, no redirect, no second look-up, no retry gets past it. TLS is laid over the same sockets.
 */
final class GuardedSockets extends SocketFactory {

    private final AddressPolicy policy;

    GuardedSockets(AddressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(policy);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress remote, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(local);
            socket.connect(remote);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class GuardedSocket extends Socket {

        private final AddressPolicy policy;

        /** Else the socket itself would go through a SOCKS proxy that the system's settings name. */
        GuardedSocket(AddressPolicy policy) {
            super(Proxy.NO_PROXY);
            this.policy = policy;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress address)) {
                throw new AddressRefusedException(endpoint + " is not an internet address");
            }
            Optional<String> refusal = policy.refusal(address);
            if (refusal.isPresent()) {
                throw new AddressRefusedException(text(address) + " " + refusal.get());
            }
            super.connect(endpoint, timeout);
        }

        private static String text(InetSocketAddress address) {
            InetAddress ip = address.getAddress();
            return ip == null ? address.getHostString() : ip.getHostAddress();
        }
    }
}
