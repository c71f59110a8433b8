package io.redress.chassis.http;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Turns what Jackson says into what a caller can use: a place and what would be right there. */
final class UnreadableJson {
    private static final int MAX_MESSAGE = 200;

    private UnreadableJson() {}

    static Refusal refusal(JacksonException failure) {
        return switch (failure) {
            case StreamReadException syntax -> syntax(syntax);
            case InvalidTypeIdException type ->
                invalid(type, "Expected a known type, but got \"" + type.getTypeId() + "\".");
            case ValueInstantiationException value -> invalid(value, "Expected a complete value.");
            case MismatchedInputException mismatch ->
                wrongType(mismatch, "Expected " + FieldTypes.words(mismatch.getTargetType()) + " here.");
            default -> wrongType(failure, "Expected a value of the documented form here.");
        };
    }

    private static Refusal syntax(StreamReadException failure) {
        TokenStreamLocation at = failure.getLocation();
        String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        String said = Checks.cut(String.valueOf(failure.getOriginalMessage()), MAX_MESSAGE);
        return Refusal.unreadable("Expected one JSON object, but reading failed" + place + ": " + said);
    }

    private static Refusal wrongType(JacksonException failure, String detail) {
        return Refusal.unreadable("A field has another JSON type than expected.", new Reason(pointer(failure), detail));
    }

    private static Refusal invalid(JacksonException failure, String detail) {
        Checks checks = new Checks();
        checks.that(false, pointer(failure), detail);
        checks.orRefuse();
        throw new IllegalStateException("Expected a noted reason to be refused", failure);
    }

    static String pointer(JacksonException failure) {
        return failure.getPath().stream().map(UnreadableJson::segment).collect(Collectors.joining());
    }

    private static String segment(JacksonException.Reference step) {
        String name = step.getPropertyName();
        return "/" + (name == null ? step.getIndex() : NoteWhatDoesNotFit.escaped(name));
    }
}
