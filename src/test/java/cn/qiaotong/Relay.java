package cn.qiaotong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A door on loopback in front of a server, through which all its visitors go. Shut, it is as if the server were stopped;
 * silent, as if it hung; so one server can come and go while a test looks, and serve the next test at once.
 */
final class Relay {

    private final int port;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;
    private ServerSocket door;
    private CompletableFuture<Void> accepting;

    private Relay(int port, int target) {
        this.port = port;
        this.target = target;
    }

    static Relay to(int target) {
        var relay = new Relay(Ports.free(), target);
        relay.open();
        return relay;
    }

    String url() {
        return "http://%s:%d".formatted(Ports.LOOPBACK, port);
    }

    void open() {
        shut();
        silent = false;
        listen();
    }

    /** Takes calls and never answers them. */
    void fallSilent() {
        shut();
        silent = true;
        listen();
    }

    /** Refuses calls, and hangs up on those that are being held. */
    void shut() {
        if (door != null) {
            close(door);
            accepting.join();
        }
        sockets.forEach(Relay::close);
        sockets.clear();
    }

    private void listen() {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(Ports.LOOPBACK, port));
            door = opened;
            accepting = start(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                var caller = kept(opened.accept());
                if (!silent) {
                    connect(caller);
                }
            }
        } catch (IOException shut) {
            close(opened);
        }
    }

    private void connect(Socket caller) {
        try {
            var server = kept(new Socket(InetAddress.getByName(Ports.LOOPBACK), target));
            start(() -> carry(caller, server));
            start(() -> carry(server, caller));
        } catch (IOException away) {
            close(caller);
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException hungUp) {
            sockets.remove(to);
        } finally {
            sockets.remove(from);
        }
    }

    private Socket kept(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private static CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, running -> {
            var thread = new Thread(running, "relay");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void close(AutoCloseable closed) {
        try {
            closed.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
