package io.redress.benchmarks.kafka;

import io.redress.benchmarks.CannotRun;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of the running system, and how many records they hold; counting them costs the broker next to nothing. */
public final class StageTopics implements AutoCloseable {
    /** The generator's own topic; never part of what is counted or checked. */
    public static final String OWN = "redress.benchmarks.v1";

    private static final Pattern STAGE = Pattern.compile("redress\\.[a-z.-]+\\.v[0-9]+");
    private static final Pattern DEAD_LETTERS = Pattern.compile("redress\\..*-dlt");
    private static final int PARTITIONS = 12;

    private final Admin admin;
    private final String bootstrapServers;

    public StageTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Clients.admin(bootstrapServers);
    }

    /** Names of all topics on which stages and departments speak, in alphabetical order. */
    public Set<String> names() {
        return named(STAGE);
    }

    /** Records on each of those topics, ever. */
    public Map<String, Long> records() {
        return records(names());
    }

    /** Records on dead-letter topics, ever. */
    public long deadLetters() {
        return records(named(DEAD_LETTERS)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Creates {@link #OWN}, empty or not. */
    public void createOwn() {
        try {
            get(admin.createTopics(Set.of(new NewTopic(OWN, PARTITIONS, (short) 1)))
                    .all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw unreachable(e);
            }
        }
    }

    /** Deletes {@link #OWN}. */
    public void deleteOwn() {
        try {
            get(admin.deleteTopics(Set.of(OWN)).all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw unreachable(e);
            }
        }
    }

    Set<TopicPartition> partitions(Collection<String> topics) {
        return reached(() -> get(admin.describeTopics(topics).allTopicNames())).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Map<String, Long> records(Collection<String> topics) {
        var wanted =
                partitions(topics).stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        Map<String, Long> records = new TreeMap<>();
        reached(() -> get(admin.listOffsets(wanted).all()))
                .forEach((partition, end) -> records.merge(partition.topic(), end.offset(), Long::sum));
        return records;
    }

    private Set<String> named(Pattern pattern) {
        return reached(() -> get(admin.listTopics().names())).stream()
                .filter(name -> pattern.matcher(name).matches() && !name.equals(OWN))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private <T> T reached(Request<T> request) {
        try {
            return request.make();
        } catch (ExecutionException e) {
            throw unreachable(e);
        }
    }

    private <T> T get(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    private CannotRun unreachable(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new CannotRun(
                "Expected a Kafka broker at " + bootstrapServers + ", but got " + cause.getMessage() + ".", e);
    }

    @Override
    public void close() {
        admin.close();
    }

    private interface Request<T> {
        T make() throws ExecutionException;
    }
}
