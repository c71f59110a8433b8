package io.redress.contracts;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every event by its wire name. Built from the sealed interfaces, so an event cannot be forgotten here. */
public final class EventTypes {
    private static final Map<String, Class<? extends CaseEvent>> BY_NAME = new TreeMap<>();

    static {
        events(CaseEvent.class).forEach(type -> BY_NAME.put(wireName(type), type));
    }

    private EventTypes() {}

    /** All wire names with their records, in alphabetical order. */
    public static Map<String, Class<? extends CaseEvent>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    /** The record for a wire name; empty for a name of another version or another producer. */
    public static Optional<Class<? extends CaseEvent>> byName(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** The wire name of an event record. */
    public static String wireName(Class<?> type) {
        WireName name = type.getAnnotation(WireName.class);
        if (name == null) {
            throw new IllegalArgumentException("Expected @WireName on " + type.getName() + ", but found none");
        }
        return name.value();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends CaseEvent>> events(Class<?> sealed) {
        return sealed.isRecord()
                ? Stream.of((Class<? extends CaseEvent>) sealed)
                : Stream.of(sealed.getPermittedSubclasses()).flatMap(EventTypes::events);
    }
}
