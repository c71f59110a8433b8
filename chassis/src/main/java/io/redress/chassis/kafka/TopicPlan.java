package io.redress.chassis.kafka;

import java.util.List;

/**
 * The topics that must exist before a service can work, besides those its reactions listen to.
 *
 * @param stages with the configured number of partitions; kept for ever, since events are
 */
public record TopicPlan(List<String> stages) {
    public TopicPlan {
        stages = List.copyOf(stages);
    }
}
