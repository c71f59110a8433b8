package io.redress.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.store.CaseStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;

/** Wires a service to Kafka: what goes out, what comes in, what is refused. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
public class KafkaEdge {
    private static final Set<String> WATCHED = Set.of(
            "records.lag", "records.lag.max", "rebalance.total", "failed.rebalance.total", "last.poll.seconds.ago");

    @Bean(destroyMethod = "destroy")
    DefaultKafkaProducerFactory<String, byte[]> producerFactory(
            KafkaSettings settings, CaseDefinition<?, ?, ?> definition) {
        return new DefaultKafkaProducerFactory<>(KafkaClients.producer(settings, definition.service()));
    }

    @Bean
    Producer<String, byte[]> producer(DefaultKafkaProducerFactory<String, byte[]> factory) {
        return factory.createProducer();
    }

    @Bean
    ConsumerFactory<String, byte[]> consumerFactory(
            KafkaSettings settings, CaseDefinition<?, ?, ?> definition, MeterRegistry registry) {
        DefaultKafkaConsumerFactory<String, byte[]> factory =
                new DefaultKafkaConsumerFactory<>(KafkaClients.consumer(settings, definition.service()));
        factory.addListener(new MicrometerConsumerListener<>(registry));
        return factory;
    }

    /** What this service's own consumer group has heard, to be heard again where a store was lost. */
    @Bean
    TopicHistory topicHistory(ConsumerFactory<String, byte[]> consumers, CaseDefinition<?, ?, ?> definition) {
        return new TopicHistory(consumers, "redress." + definition.service());
    }

    @Bean
    OutboxRelay outboxRelay(
            CaseDefinition<?, ?, ?> definition,
            CaseStore store,
            Producer<String, byte[]> producer,
            KafkaSettings settings,
            InstantSource clock,
            MeterRegistry registry) {
        return new OutboxRelay(
                definition.service(), store, producer, settings.maxPending(), settings.sweepEvery(), clock, registry);
    }

    @Bean
    KafkaDeadLetters deadLetters(
            CaseDefinition<?, ?, ?> definition, Producer<String, byte[]> producer, MeterRegistry registry) {
        return new KafkaDeadLetters(definition.service(), producer, registry);
    }

    @Bean
    <C> DeadLetterRedrive<C> deadLetterRedrive(
            CaseDefinition<?, C, ?> definition,
            Reactions<C> reactions,
            CaseLanes<?, C, ?> lanes,
            ConsumerFactory<String, byte[]> consumers) {
        return new DeadLetterRedrive<>(definition.service(), reactions, lanes, consumers);
    }

    @Bean
    DeadLetterEndpoint deadLetterEndpoint(DeadLetterRedrive<?> redrive) {
        return new DeadLetterEndpoint(redrive);
    }

    /** Of the client's own meters, which have one series per partition, only those that somebody watches. */
    @Bean
    MeterFilter watchedConsumerMeters() {
        return MeterFilter.deny(meter -> meter.getName().startsWith("kafka.consumer.")
                && WATCHED.stream().noneMatch(meter.getName()::endsWith));
    }

    @Bean
    <C> ReactionContainer reactionContainer(
            CaseDefinition<?, C, ?> definition,
            Reactions<C> reactions,
            CaseLanes<?, C, ?> lanes,
            OutboxRelay relay,
            KafkaDeadLetters deadLetters,
            ConsumerFactory<String, byte[]> consumers,
            KafkaSettings settings,
            ObjectProvider<TopicPlan> plans,
            ObjectProvider<TellOutsiders> outsiders) {
        return new ReactionContainer(
                definition.service(),
                topics(definition.service(), reactions, plans, settings),
                () -> Admin.create(KafkaClients.admin(settings, definition.service())),
                consumers,
                new ReactionListener<>(
                        reactions, lanes, relay, deadLetters, outsiders.getIfAvailable(() -> TellOutsiders.NOBODY)),
                reactions.topics(),
                settings.consumers());
    }

    private static List<NewTopic> topics(
            String service, Reactions<?> reactions, ObjectProvider<TopicPlan> plans, KafkaSettings settings) {
        List<NewTopic> topics = new ArrayList<>();
        Map<String, String> forEver = Map.of("retention.ms", "-1");
        java.util.stream.Stream.concat(
                        plans.stream().flatMap(plan -> plan.stages().stream()), reactions.topics().stream())
                .distinct()
                .forEach(stage -> topics.add(
                        new NewTopic(stage, Optional.of(settings.partitions()), Optional.of(settings.replicas()))
                                .configs(forEver)));
        reactions
                .topics()
                .forEach(topic -> topics.add(new NewTopic(
                                KafkaDeadLetters.topic(topic, service),
                                Optional.of(1),
                                Optional.of(settings.replicas()))
                        .configs(forEver)));
        return topics;
    }
}
