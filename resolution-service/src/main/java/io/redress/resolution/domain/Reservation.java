package io.redress.resolution.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is held for one option of a case, as the case knows it.
 *
 * @param id of the hold, never used again
 * @param proposalId the proposal for which it is held now
 * @param until when the offer ends
 * @param heldUntil the end of the offer that the resource has heard; absent where it does not keep it yet
 * @param currency of a budget; absent for anything else, and until it was held for the first time
 */
public record Reservation(
        String id,
        String proposalId,
        String optionId,
        String resource,
        String quantity,
        Instant until,
        @Nullable Instant heldUntil,
        Stage stage,
        @Nullable String currency) {
    /** What is chosen in the last moment of an offer is still there when the resource hears of it. */
    static final Duration GRACE = Duration.ofMinutes(10);

    /** One that nobody has kept yet. */
    Reservation(
            String id,
            String proposalId,
            String optionId,
            String resource,
            String quantity,
            Instant until,
            @Nullable Instant heldUntil,
            Stage stage) {
        this(id, proposalId, optionId, resource, quantity, until, heldUntil, stage, null);
    }

    /** How far it has come. */
    public enum Stage {
        /** The resource is still to be asked. */
        WANTED,
        /** Nobody else is offered it. */
        HELD,
        /** The customer wants it; the resource is still to agree. */
        TO_TAKE,
        /** It is the customer's. */
        TAKEN,
        /** The resource is still to hear that it is not needed. */
        TO_RELEASE,
        /** The resource is still to hear that it is gone for good. */
        TO_USE_UP
    }

    /** Until when the resource is asked to keep it: somewhat longer than the offer. */
    public Instant keptUntil() {
        return until.plus(GRACE);
    }

    /** Whether the resource is still to hear something. */
    public boolean isOutstanding() {
        return switch (stage) {
            case WANTED, TO_TAKE, TO_RELEASE, TO_USE_UP -> true;
            case HELD -> heldUntil == null || until.isAfter(heldUntil);
            case TAKEN -> false;
        };
    }

    /** Whether the resource keeps it for the customer. */
    public boolean isKept() {
        return stage == Stage.HELD || stage == Stage.TO_TAKE || stage == Stage.TAKEN;
    }

    boolean isOpen() {
        return stage == Stage.WANTED || stage == Stage.HELD;
    }

    boolean isFor(String proposal, String option) {
        return proposalId.equals(proposal) && optionId.equals(option);
    }

    /** What a held proposal waits for. */
    String condition() {
        return condition(optionId, resource);
    }

    static String condition(String optionId, String resource) {
        return "reserve:" + optionId + ":" + resource;
    }

    Reservation in(Stage next) {
        return new Reservation(id, proposalId, optionId, resource, quantity, until, heldUntil, next, currency);
    }

    Reservation granted(Instant kept, @Nullable String money) {
        return new Reservation(
                id,
                proposalId,
                optionId,
                resource,
                quantity,
                until,
                kept,
                stage == Stage.WANTED ? Stage.HELD : stage,
                money == null ? currency : money);
    }

    Reservation moved(String proposal, String option, Instant end) {
        return new Reservation(id, proposal, option, resource, quantity, end, heldUntil, stage, currency);
    }
}
