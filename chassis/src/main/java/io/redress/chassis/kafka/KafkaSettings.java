package io.redress.chassis.kafka;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service meets Kafka.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param partitions of each stage's topic where it has to be created
 * @param replicas of each topic where it has to be created
 * @param instanceId names this instance within its consumer group, so that a restart takes its place at once instead of
 *     waiting for the session of the dead one to end; empty where instances come and go
 * @param sessionTimeout after which a silent instance's share goes to the others
 * @param consumers threads that poll
 * @param maxPending events that may wait to be published before new work is refused
 * @param properties for all clients as Kafka names them, such as {@code security.protocol} and {@code sasl.jaas.config};
 *     they may not loosen what the outbox relies on
 * @param sweepEvery how often to look for events that a crash left behind
 */
@ConfigurationProperties("redress.kafka")
public record KafkaSettings(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("") String instanceId,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("1") int consumers,
        @DefaultValue("20000") int maxPending,
        @DefaultValue("15s") Duration sweepEvery,
        @DefaultValue Map<String, String> properties) {}
