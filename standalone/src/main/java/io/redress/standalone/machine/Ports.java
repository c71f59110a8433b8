package io.redress.standalone.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** TCP ports of this machine. */
public final class Ports {
    private static final int LARGEST = 65_535;

    private Ports() {}

    /**
     * A port that can be listened on now: {@code wanted}, or any free one if that is 0. It is not kept, so another
     * program may still take it.
     *
     * @param option how a person chooses another one, for example {@code --port}
     * @throws StartFailure if it is out of range, taken or not allowed
     */
    public static int choose(String bindAddress, int wanted, String option) {
        if (wanted < 0 || wanted > LARGEST) {
            throw new StartFailure(
                    "Expected a port from 0 to %d for %s, but got %d.".formatted(LARGEST, option, wanted));
        }
        InetAddress address = address(bindAddress);
        try (ServerSocket probe = new ServerSocket()) {
            // A port whose last connections are still fading away is free for a new listener.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, wanted));
            return probe.getLocalPort();
        } catch (IOException refused) {
            throw new StartFailure(
                    sentence(bindAddress, wanted, option, String.valueOf(refused.getMessage())), refused);
        }
    }

    private static InetAddress address(String bindAddress) {
        try {
            return InetAddress.getByName(bindAddress);
        } catch (UnknownHostException unknown) {
            throw new StartFailure(
                    "Expected an address of this machine for --bind, but got " + bindAddress + ".", unknown);
        }
    }

    private static String sentence(String bindAddress, int wanted, String option, String refusal) {
        if (refusal.contains("in use")) {
            return "Port %d on %s is already taken by another program; stop that one or choose another port with %s (0 takes a free one)."
                    .formatted(wanted, bindAddress, option);
        }
        return "Port %d on %s cannot be opened (%s); choose another one with %s."
                .formatted(wanted, bindAddress, refusal, option);
    }
}
