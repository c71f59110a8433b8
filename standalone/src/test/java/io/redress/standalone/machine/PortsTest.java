package io.redress.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final String HERE = "127.0.0.1";

    @Test
    void a_taken_port_is_named_with_the_way_to_choose_another() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.choose(HERE, other.getLocalPort(), "--port"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage(
                            "Port %d on 127.0.0.1 is already taken by another program; stop that one or choose another port with --port (0 takes a free one).",
                            other.getLocalPort());
        }
    }

    @Test
    void zero_takes_a_free_port() {
        assertThat(Ports.choose(HERE, 0, "--port")).isBetween(1, 65_535);
    }

    @Test
    void a_number_that_is_no_port_is_refused() {
        assertThatThrownBy(() -> Ports.choose(HERE, 70_000, "--kafka-port"))
                .hasMessage("Expected a port from 0 to 65535 for --kafka-port, but got 70000.");
    }

    @Test
    void an_address_of_another_machine_is_refused() {
        assertThatThrownBy(() -> Ports.choose("192.0.2.1", 0, "--port"))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("Port 0 on 192.0.2.1 cannot be opened");
    }
}
