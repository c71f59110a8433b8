package io.redress.chassis.lanes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A service's reactions, one per topic. */
public final class Reactions<C> {
    private final Map<String, Reaction<C>> byTopic;

    /** @throws IllegalStateException where two reactions listen to one topic */
    public Reactions(Collection<? extends Reaction<C>> reactions) {
        byTopic = reactions.stream().collect(Collectors.toUnmodifiableMap(Reaction::topic, Function.identity()));
    }

    /** For services that only answer calls. */
    public static <C> Reactions<C> none() {
        return new Reactions<>(List.of());
    }

    /** The topics listened to. */
    public Set<String> topics() {
        return byTopic.keySet();
    }

    /** @throws IllegalArgumentException where nothing listens to that topic */
    public Reaction<C> of(String topic) {
        Reaction<C> reaction = byTopic.get(topic);
        if (reaction == null) {
            throw new IllegalArgumentException("Expected a topic of " + topics() + ", but got " + topic);
        }
        return reaction;
    }
}
