package io.redress.intake.domain.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of message to a customer, with what its template may speak of besides the customer, the consultant and the case. */
public enum MessageKind {
    ACKNOWLEDGEMENT("nature", "nextBy", "apology", "listening", "praise", "question", "unclear", "ordinary"),
    CLARIFICATION("nothing", "one", "two", "first", "second", "answerBy", "nextBy"),
    UNDERSTOOD_ANEW("nature", "unclear", "nextBy"),
    STILL_WORKING("nature", "nextBy"),
    PROPOSAL("nature", "options", "title", "time", "disadvantage", "several", "validUntil"),
    FAILURE_DISCLOSED("disclosure", "options", "title", "time", "disadvantage", "several", "validUntil"),
    REMINDER("nature", "validUntil"),
    EXECUTION_STARTED("title", "nextBy"),
    EXECUTED("title"),
    CLOSED("nature"),
    SURVEY("nature", "dueAt");

    @SuppressWarnings("ImmutableEnumChecker") // The collector below makes it unmodifiable.
    private final Set<String> placeholders;

    MessageKind(String... own) {
        this.placeholders = Stream.concat(Stream.of("customer", "consultant", "caseId"), Arrays.stream(own))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The kind's name on the wire and in the templates, for example {@code failure-disclosed}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind by its name on the wire.
     *
     * @throws IllegalArgumentException for any other name
     */
    public static MessageKind of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a kind of message, but got " + wireName));
    }

    Set<String> placeholders() {
        return placeholders;
    }
}
