package io.goaltree.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** A port of this machine's loopback for a server that must get the same one again after a restart. */
final class LoopbackPort {

    private static final int LOWEST = 15_432;

    /** Where the range for outgoing connections begins on Linux, the lowest of the common systems: none of those can hold our port. */
    private static final int BEHIND_HIGHEST = 32_768;

    private LoopbackPort() {}

    static int free() throws IOException {
        SecureRandom random = new SecureRandom();
        while (true) {
            int candidate = random.nextInt(LOWEST, BEHIND_HIGHEST);
            if (isFree(candidate)) {
                return candidate;
            }
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException taken) {
            return false;
        }
    }
}
