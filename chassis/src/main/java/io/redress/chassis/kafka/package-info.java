/** The edges to Kafka: events out with an outbox, events in through lanes, dead letters. */
@NullMarked
package io.redress.chassis.kafka;

import org.jspecify.annotations.NullMarked;
