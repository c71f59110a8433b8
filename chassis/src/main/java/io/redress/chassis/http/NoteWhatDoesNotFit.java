package io.redress.chassis.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Notes unknown fields and values out of range in the {@link Checks} of the reading and reads on, so that the caller
 * gets all reasons and not only the first. Without such checks Jackson fails as usual.
 */
final class NoteWhatDoesNotFit extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            ValueDeserializer<?> deserializer,
            Object bean,
            String name) {
        // Records are read to their end before the unknown fields are looked at, from a buffer aside.
        String pointer = parser == context.getParser() ? here(context) : here(context) + "/" + escaped(name);
        if (!note(context, pointer, "Expected no such field; it is not known here.")) {
            return false;
        }
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String failure) {
        // For numbers and booleans a text is the wrong JSON type, not a value out of range.
        boolean wrongType = type.isPrimitive() || Number.class.isAssignableFrom(type) || type == Boolean.class;
        if (wrongType || !note(context, here(context), "Expected " + words(type) + ", but got \"" + value + "\".")) {
            return NOT_HANDLED;
        }
        return null;
    }

    @Override
    public @Nullable Object handleNullForPrimitives(
            DeserializationContext context,
            Class<?> type,
            JsonParser parser,
            ValueDeserializer<?> deserializer,
            String failure) {
        // Where it is missing altogether, the name is not known any more and the pointer is the object's.
        if (!note(context, here(context), "Expected every number and flag, but one is missing or null.")) {
            return NOT_HANDLED;
        }
        return type == boolean.class ? (Object) false : zero(type);
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable thrown) {
        return note(context, here(context), why(thrown)) ? null : NOT_HANDLED;
    }

    private static boolean note(DeserializationContext context, String pointer, String detail) {
        if (!(context.getAttribute(Checks.class) instanceof Checks checks)) {
            return false;
        }
        checks.that(false, pointer, detail);
        return true;
    }

    private static String here(DeserializationContext context) {
        return context.getParser().streamReadContext().pathAsPointer().toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String why(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return root instanceof IllegalArgumentException && message != null ? message : "Expected a complete value.";
    }

    private static Object zero(Class<?> type) {
        if (type == long.class) {
            return 0L;
        }
        return type == double.class ? (Object) 0d : (Object) 0;
    }

    private static String words(Class<?> type) {
        if (!type.isEnum()) {
            return FieldTypes.words(type);
        }
        return Arrays.stream(type.getEnumConstants())
                .map(it -> StrictJson.mapper().convertValue(it, String.class))
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
