package io.redress.standalone;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the records of a topic, one line each: when, what, which case, and the payload. */
@Command(
        name = "topic",
        mixinStandardHelpOptions = true,
        description = "Print the records of a topic: what is there now, or with --follow what arrives from now on.")
final class ReadTopic implements Callable<Integer> {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    @Parameters(paramLabel = "NAME", description = "For example redress.routing.v1.")
    private String topic = "";

    @Option(names = "--kafka-port", description = "Port of the broker on this machine (default: ${DEFAULT-VALUE}).")
    private int kafkaPort = Options.KAFKA_PORT;

    @Option(names = "--follow", description = "Keep waiting for more; Ctrl-C ends it.")
    private boolean follow;

    @Option(names = "--from-beginning", description = "With --follow: begin with what is there already.")
    private boolean fromBeginning;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Logging.off();
        try (Consumer<String, String> consumer = new KafkaConsumer<>(settings())) {
            List<TopicPartition> partitions = partitions(consumer);
            if (partitions.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .printf(
                                "There is no topic %s on 127.0.0.1:%d, but there are: %s%n",
                                topic,
                                kafkaPort,
                                String.join(
                                        ", ",
                                        consumer.listTopics().keySet().stream()
                                                .sorted()
                                                .toList()));
                return 1;
            }
            consumer.assign(partitions);
            print(consumer, partitions);
            return 0;
        } catch (TimeoutException unreachable) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "No broker answers on 127.0.0.1:%d; start it, or name its port with --kafka-port.%n",
                            kafkaPort);
            return 1;
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + kafkaPort,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) LONGEST_ANSWER.toMillis());
    }

    private List<TopicPartition> partitions(Consumer<String, String> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.listTopics()
                .getOrDefault(topic, List.of())
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        return partitions;
    }

    private void print(Consumer<String, String> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        if (follow && !fromBeginning) {
            consumer.seekToEnd(partitions);
        } else {
            consumer.seekToBeginning(partitions);
        }
        PrintWriter out = spec.commandLine().getOut();
        while (follow || partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
            consumer.poll(POLL).forEach(record -> out.println(line(record)));
            out.flush();
        }
    }

    private static String line(ConsumerRecord<String, String> record) {
        return String.join(
                "  ",
                header(record, "ce_time"),
                header(record, "ce_type"),
                String.valueOf(record.key()),
                String.valueOf(record.value()));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
