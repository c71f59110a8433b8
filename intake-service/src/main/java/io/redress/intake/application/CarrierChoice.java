package io.redress.intake.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who carries what: per channel the carriers in the order in which they are asked. A message goes by the channel that
 * the customer accepts (R20); the first carrier that is set up and reaches the customer takes it.
 */
public final class CarrierChoice {
    /** The entry for every channel that has none of its own. */
    public static final String EVERY_OTHER = "default";

    private static final Set<String> KNOWN = Set.of("smtp", "webhook", "file");

    private final Map<String, MessageCarrier> carriers;
    private final Map<String, List<String>> byChannel;

    /**
     * @param carriers those that are set up
     * @param byChannel names of carriers by channel, also such as are not set up
     * @throws IllegalArgumentException where a name is unknown or {@value #EVERY_OTHER} is missing
     */
    public CarrierChoice(List<MessageCarrier> carriers, Map<String, List<String>> byChannel) {
        this.carriers =
                carriers.stream().collect(Collectors.toUnmodifiableMap(MessageCarrier::name, Function.identity()));
        this.byChannel = Map.copyOf(byChannel);
        Set<String> named =
                byChannel.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(KNOWN);
        if (!named.isEmpty() || !byChannel.containsKey(EVERY_OTHER)) {
            throw new IllegalArgumentException("Expected carriers among " + new TreeSet<>(KNOWN)
                    + " per channel and for \"" + EVERY_OTHER + "\", but got " + byChannel);
        }
    }

    /** The carrier for a letter that nobody may have yet. */
    Optional<MessageCarrier> of(Letter letter) {
        return byChannel
                .getOrDefault(letter.message().channel(), byChannel.getOrDefault(EVERY_OTHER, List.of()))
                .stream()
                .flatMap(name -> Stream.ofNullable(carriers.get(name)))
                .filter(carrier -> carrier.reaches(letter))
                .findFirst();
    }

    /** A carrier by its name; empty where it is not set up any more. */
    Optional<MessageCarrier> named(String name) {
        return Optional.ofNullable(carriers.get(name));
    }
}
