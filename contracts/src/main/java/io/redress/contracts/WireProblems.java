package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Turns what Jackson reports into sentences, which say what would be right and do not repeat what was sent. */
final class WireProblems {
    private static final String REPLIES = Arrays.stream(
                    Objects.requireNonNull(DepartmentReply.class.getAnnotation(JsonSubTypes.class))
                            .value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.joining(", ", "one of ", ""));

    private WireProblems() {}

    static UnreadableEvent explain(String what, JacksonException problem) {
        return new UnreadableEvent(what, pointer(problem), reason(problem));
    }

    private static String reason(JacksonException problem) {
        return switch (problem) {
            case StreamConstraintsException tooMuch ->
                "Expected a document within the limits, but "
                        + Bounds.shown(String.valueOf(tooMuch.getOriginalMessage()));
            case InputCoercionException _ -> "Expected a number that fits, but it is too large";
            case StreamReadException notJson ->
                "Expected one JSON object, but line %d, column %d cannot be read"
                        .formatted(
                                notJson.getLocation().getLineNr(),
                                notJson.getLocation().getColumnNr());
            case InvalidNullException _ -> "Expected a value, but it is missing or null";
            case InvalidTypeIdException _ -> "Expected a field type with " + REPLIES + ", but it is not";
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException because -> String.valueOf(because.getMessage());
            case MismatchedInputException wrong ->
                "Expected %s, but got something else".formatted(expected(wrong.getTargetType()));
            default -> "Expected one JSON object, but it cannot be read";
        };
    }

    private static String expected(Class<?> type) {
        if (type == Instant.class) {
            return "an instant in UTC such as 2026-11-22T09:00:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-22";
        }
        if (type == BigDecimal.class) {
            return "a decimal number in a string such as \"120.00\"";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == double.class) {
            return "a number";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type == String.class || !type.isRecord() || type.getRecordComponents().length == 1
                ? "a string"
                : "an object";
    }

    private static String pointer(JacksonException problem) {
        return problem.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
