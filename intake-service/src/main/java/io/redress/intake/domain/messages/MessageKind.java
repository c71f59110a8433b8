package io.redress.intake.domain.messages;

import io.redress.intake.domain.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of message to a customer, with what its template may speak of besides the customer, the consultant and the case. */
public enum MessageKind {
    ACKNOWLEDGEMENT(
            Tone.SCALE, "nature", "nextBy", "apology", "listening", "praise", "question", "unclear", "ordinary"),
    HOLDING("nextBy"),
    CRISIS("nextBy"),
    CLARIFICATION("nothing", "one", "two", "first", "second", "answerBy", "nextBy"),
    UNDERSTOOD_ANEW("nature", "unclear", "nextBy"),
    JOINED("nature", "nextBy"),
    STILL_WORKING(Tone.COARSE, "nature", "wait", "nextBy", "late", "missed", "limit"),
    TAKES_LONGER(Tone.COARSE, "nature", "wait", "expected", "nextBy", "sooner"),
    PROMISE_SLIPS(
            Tone.COARSE,
            "nature",
            "dated",
            "promised",
            "expected",
            "was",
            "becomes",
            "costs",
            "otherCost",
            "otherwise"),
    PROPOSAL(Tone.COARSE, "nature", "options", "title", "time", "disadvantage", "several", "ways", "validUntil"),
    FAILURE_DISCLOSED(
            Tone.COARSE, "disclosure", "options", "title", "time", "disadvantage", "several", "ways", "validUntil"),
    OFFERED_INSTEAD(
            Tone.COARSE,
            "again",
            "changed",
            "later",
            "otherCost",
            "otherwise",
            "options",
            "title",
            "time",
            "disadvantage",
            "several",
            "validUntil"),
    THINKING_AGAIN(
            "declined", "faster", "otherAmount", "better", "amount", "days", "words", "myself", "last", "nextBy"),
    REMINDER("nature", "validUntil", "goesOn"),
    EXECUTION_STARTED("title", "dueAt", "nextBy", "kept"),
    CHOICE_GOES_ON("title", "chosen", "silent", "unavailable", "dueAt", "nextBy"),
    EXECUTED("title", "announced", "closesAt"),
    WORD_AWAITED("nature", "closesAt"),
    REOPENED("nature", "nextBy"),
    TIME_LIMIT("extended", "moved", "overdue", "dueAt", "reason"),
    CLOSED("nature", "reopenable", "reopenableUntil", "disputed", "body", "address", "web", "limited", "until"),
    OUTAGE_REMEDIED("refund", "credit", "shipment", "amount", "item", "announced", "closesAt"),
    ALREADY_REMEDIED("refund", "credit", "shipment", "amount", "item", "announced", "closesAt"),
    ACCOUNT_REMEDIED("refund", "credit", "shipment", "amount", "item"),
    STATEMENT("nature", "text"),
    CORRECTION("nature", "toldAt", "old", "value"),
    SURVEY("nature", "dueAt");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable.
    private final List<Tone> tones;

    @SuppressWarnings("ImmutableEnumChecker") // The collector below makes it unmodifiable.
    private final Set<String> placeholders;

    /** A kind that is always said in the same tone. */
    MessageKind(String... own) {
        this(List.of(), own);
    }

    /** @param tones the ones in which every language must have words for this kind */
    MessageKind(List<Tone> tones, String... own) {
        this.tones = tones;
        this.placeholders = Stream.concat(Stream.of("customer", "consultant", "reach", "caseId"), Arrays.stream(own))
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

    /** The tones in which it has words of its own; empty where the tone makes no difference. */
    public List<Tone> tones() {
        return tones;
    }

    /** What its texts may speak of. */
    public Set<String> placeholders() {
        return placeholders;
    }
}
