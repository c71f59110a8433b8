package io.redress.contracts;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every record that travels: events and the replies of department systems. */
final class WireTypes {
    private WireTypes() {}

    static Class<?> named(String wireName) {
        return Objects.requireNonNull(all().get(wireName), wireName);
    }

    static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new TreeMap<>(EventTypes.all());
        leaves(DepartmentReply.class).forEach(reply -> all.put(EventTypes.wireName(reply), reply));
        return all;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(WireTypes::leaves);
    }
}
