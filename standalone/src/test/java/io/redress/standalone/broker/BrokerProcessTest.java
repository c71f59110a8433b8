package io.redress.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.standalone.machine.DataFolder;
import io.redress.standalone.machine.Invocation;
import io.redress.standalone.machine.StartFailure;
import io.redress.standalone.toy.OtherJvm;
import io.redress.standalone.toy.ParentOfBroker;
import io.redress.standalone.toy.Records;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path temporary;

    @Test
    void records_survive_a_clean_stop_and_a_kill() throws Exception {
        try (DataFolder data = DataFolder.open(temporary)) {
            int port;
            try (BrokerProcess first = started(data, 0)) {
                port = first.port();
                Records records = new Records(first.address());
                records.createTopic();
                records.write("before the stop");
            }
            try (BrokerProcess second = started(data, port)) {
                Records records = new Records(second.address());
                assertThat(records.read()).containsExactly("before the stop");
                records.write("before the kill");
                long killed = second.pid();

                ProcessHandle.of(killed).orElseThrow().destroyForcibly();

                await().atMost(PATIENCE).until(() -> second.pid() != killed);
                assertThat(records.read()).containsExactly("before the stop", "before the kill");
            }
            assertThat(data.logs().resolve("broker.log")).isNotEmptyFile();
        }
    }

    @Test
    void the_broker_ends_with_its_parent_even_if_that_is_killed_and_the_next_start_waits_for_it() throws Exception {
        try (OtherJvm parent = OtherJvm.run(temporary, ParentOfBroker.class, temporary.toString())) {
            String pid = parent.awaitLine("broker ").substring("broker ".length());
            ProcessHandle broker = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();

            parent.kill();

            try (DataFolder data = DataFolder.open(temporary);
                    BrokerProcess next = started(data, 0)) {
                assertThat(broker.isAlive()).isFalse();
                new Records(next.address()).createTopic();
            }
        }
    }

    @Test
    void a_port_that_is_taken_is_said_before_anything_starts() throws Exception {
        try (DataFolder data = DataFolder.open(temporary);
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> started(data, other.getLocalPort()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("is already taken by another program")
                    .hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void a_broker_that_cannot_start_says_why() throws Exception {
        try (DataFolder data = DataFolder.open(temporary)) {
            Files.createFile(data.kafka());
            assertThatThrownBy(() -> started(data, 0))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("The broker cannot start: ");
        }
    }

    private static BrokerProcess started(DataFolder data, int port) throws InterruptedException {
        BrokerProcess broker = BrokerProcess.start(Invocation.ofThisJvm(), data, port);
        broker.awaitReady();
        return broker;
    }
}
