package io.redress.contracts;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Every record that travels: events and the replies of department systems. */
final class WireTypes {
    private WireTypes() {}

    static Class<?> named(String wireName) {
        return Objects.requireNonNull(all().get(wireName), wireName);
    }

    static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new TreeMap<>(EventTypes.all());
        for (Class<?> reply : DepartmentReply.class.getPermittedSubclasses()) {
            all.put(EventTypes.wireName(reply), reply);
        }
        return all;
    }
}
