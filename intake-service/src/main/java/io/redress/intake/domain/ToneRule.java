package io.redress.intake.domain;

import io.redress.contracts.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How firmly or gently a message is worded (R21). The first rule that holds decides, and its name is kept as the
 * reason. A person in danger is met with empathy whatever else is said; abuse is answered politely and firmly; anger
 * that has a cause is not abuse.
 */
enum ToneRule {
    CRISIS(Tone.VERY_EMPATHETIC, Circumstances::crisis),
    ABUSIVE_AGAIN(Tone.VERY_FIRM, it -> it.hostile() && it.repeatedContacts() >= 2),
    ABUSIVE(Tone.FIRM, Circumstances::hostile),
    FURIOUS(Tone.VERY_EMPATHETIC, it -> it.mood() <= -0.75),
    PROMISE_BROKEN(
            Tone.EMPATHETIC,
            it -> it.occasion() instanceof Occasion.Proposed proposed && proposed.disclosure() != null
                    || it.occasion() instanceof Occasion.OfferedInstead
                    || it.occasion() instanceof Occasion.PromiseSlips),
    CAME_LATE(
            Tone.EMPATHETIC, it -> it.occasion() instanceof Occasion.StillWorking working && working.missed() != null),
    TAKES_LONGER(Tone.EMPATHETIC, it -> it.occasion() instanceof Occasion.TakesLonger),
    WANTS_TO_BE_HEARD(Tone.EMPATHETIC, it -> it.cause() == Cause.VENTING),
    OUR_FAULT(Tone.EMPATHETIC, it -> it.cause() == Cause.SERVICE_FAILURE || it.cause() == Cause.PRODUCT_FAULT),
    REPEATED_WITHOUT_FAULT_OF_OURS(
            Tone.FIRM,
            it -> it.repeatedContacts() >= 3
                    && (it.cause() == Cause.MISUNDERSTANDING || it.cause() == Cause.THIRD_PARTY)),
    REPEATED_CONTACT(Tone.EMPATHETIC, it -> it.repeatedContacts() >= 1),
    UPSET(Tone.EMPATHETIC, it -> it.mood() <= -0.35),
    ORDINARY(Tone.NEUTRAL, _ -> true);

    private final Tone tone;

    @SuppressWarnings("ImmutableEnumChecker") // The predicates above keep nothing.
    private final Predicate<Circumstances> holds;

    ToneRule(Tone tone, Predicate<Circumstances> holds) {
        this.tone = tone;
        this.holds = holds;
    }

    static Manner mannerFor(Circumstances circumstances) {
        ToneRule rule = Arrays.stream(values())
                .filter(it -> it.holds.test(circumstances))
                .findFirst()
                .orElse(ORDINARY);
        return new Manner(rule.tone, rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
