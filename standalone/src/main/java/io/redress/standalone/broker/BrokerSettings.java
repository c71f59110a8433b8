package io.redress.standalone.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * How the one broker is set up: broker and controller in one process, reachable from this machine only.
 *
 * @param folder where its records are kept
 * @param port for clients
 * @param controllerPort for itself; may be another one at each start
 */
record BrokerSettings(Path folder, int port, int controllerPort) {
    static final String HOST = "127.0.0.1";
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final int MEBIBYTE = 1 << 20;

    static BrokerSettings fromArguments(String... arguments) {
        return new BrokerSettings(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    List<String> asArguments() {
        return List.of(folder.toString(), Integer.toString(port), Integer.toString(controllerPort));
    }

    Properties asProperties() {
        Properties properties = new Properties();
        reachableFromThisMachine(properties);
        aloneWithoutReplicas(properties);
        quickAfterAnUncleanStop(properties);
        boundedRecordsAndFiles(properties);
        // As from a file: the broker is strict about which kind of number it gets.
        properties.replaceAll((name, value) -> value.toString());
        return properties;
    }

    private void reachableFromThisMachine(Properties properties) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", NODE);
        properties.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE, HOST, controllerPort));
        properties.put("controller.listener.names", CONTROLLER);
        properties.put(
                "listeners", "PLAINTEXT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER, HOST, controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", folder.toString());
        properties.put("num.network.threads", 2);
        properties.put("num.io.threads", 4);
    }

    private static void aloneWithoutReplicas(Properties properties) {
        properties.put("num.partitions", 12);
        properties.put("auto.create.topics.enable", false);
        properties.put("default.replication.factor", 1);
        properties.put("min.insync.replicas", 1);
        properties.put("offsets.topic.num.partitions", 12);
        properties.put("offsets.topic.replication.factor", 1);
        properties.put("transaction.state.log.num.partitions", 1);
        properties.put("transaction.state.log.replication.factor", 1);
        properties.put("transaction.state.log.min.isr", 1);
        properties.put("share.coordinator.state.topic.num.partitions", 1);
        properties.put("share.coordinator.state.topic.replication.factor", 1);
        properties.put("share.coordinator.state.topic.min.isr", 1);
        properties.put("group.initial.rebalance.delay.ms", 0);
    }

    /** After a kill it waits for its own old session to end. */
    private static void quickAfterAnUncleanStop(Properties properties) {
        properties.put("broker.session.timeout.ms", 2_000);
        properties.put("broker.heartbeat.interval.ms", 500);
        properties.put("num.recovery.threads.per.data.dir", 2);
    }

    /** Thirty days unless the creator of a topic says otherwise, and files small enough for a laptop. */
    private static void boundedRecordsAndFiles(Properties properties) {
        properties.put("message.max.bytes", MEBIBYTE);
        properties.put("socket.request.max.bytes", 16 * MEBIBYTE);
        properties.put("log.retention.hours", 30 * 24);
        properties.put("log.segment.bytes", 128 * MEBIBYTE);
        properties.put("log.index.size.max.bytes", MEBIBYTE);
        properties.put("log.cleaner.dedupe.buffer.size", 16 * MEBIBYTE);
    }
}
