package io.redress.chassis.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Makes sure that the topics exist and then listens. Waits for the broker as long as it takes, so that services and
 * broker may start in any order; a batch that a dependency cannot take now is tried again for ever.
 */
final class ReactionContainer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReactionContainer.class);
    private static final long BETWEEN_POLLS_MILLIS = 10;
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final String service;
    private final List<NewTopic> topics;
    private final Supplier<Admin> admins;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;
    private final boolean listens;
    private volatile boolean running;

    ReactionContainer(
            String service,
            List<NewTopic> topics,
            Supplier<Admin> admins,
            ConsumerFactory<String, byte[]> consumers,
            ReactionListener<?> listener,
            Collection<String> listenTo,
            int concurrency) {
        this.service = service;
        this.topics = topics;
        this.admins = admins;
        this.listens = !listenTo.isEmpty();
        ContainerProperties properties =
                new ContainerProperties(listens ? listenTo.toArray(String[]::new) : new String[] {"none"});
        properties.setMessageListener(listener);
        properties.setMissingTopicsFatal(false);
        properties.setPollTimeout(1_000);
        // What comes meanwhile is one batch: one read and one write for it, and one fetch instead of one per event.
        properties.setIdleBetweenPolls(BETWEEN_POLLS_MILLIS);
        container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName("redress." + service);
        container.setConcurrency(concurrency);
        ExponentialBackOff forEver = new ExponentialBackOff(200, 2);
        forEver.setMaxInterval(5_000);
        container.setCommonErrorHandler(new DefaultErrorHandler(forEver));
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name(service + "-topics").start(() -> {
            while (running) {
                try (Admin admin = admins.get()) {
                    create(admin);
                    if (running && listens) {
                        container.start();
                    }
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("{} waits for Kafka: {}", service, e.toString());
                    LockSupport.parkNanos(RETRY_NANOS);
                }
            }
        });
    }

    private void create(Admin admin) {
        Map<String, org.apache.kafka.common.KafkaFuture<Void>> created =
                admin.createTopics(topics).values();
        created.forEach((topic, done) -> {
            try {
                done.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Expected time to create " + topic + ", but was interrupted", e);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("Expected to create topic " + topic, e.getCause());
                }
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether it has taken up listening; false while it waits for the broker. */
    boolean isListening() {
        return !listens && running || container.isRunning();
    }
}
