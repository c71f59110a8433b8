package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Kinship;
import io.redress.intake.domain.Kinship.MergedInto;
import io.redress.intake.domain.KinshipCommand;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Merges two cases and undoes it. Two documents cannot change together, so the case that is asked notes what it wants,
 * the other one is told, and the first notes that it knows. Each step may be repeated, and {@link #finishAll} does so
 * for whatever a crash has left between two of them.
 */
public final class MergeCases {
    private static final int BATCH = 100;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final KinshipMeters meters;

    public MergeCases(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, KinshipMeters meters) {
        this.lanes = lanes;
        this.meters = meters;
    }

    /** How a merge or an undo ended. */
    public sealed interface Merging {

        /** Noted on both sides; {@code replayed} where an earlier try had done it. */
        record Done(CaseView<IntakeState> view, boolean replayed) implements Merging {}

        /** One of the two cases refuses. */
        record Refused(String code, String explanation, CaseView<IntakeState> view) implements Merging {}

        /** The key was used for something else before. */
        record Reused() implements Merging {}

        /** The case has changed since the caller has seen it. */
        record Stale(CaseView<IntakeState> view) implements Merging {}
    }

    /** What a caller wants done to a case, under a key and a fingerprint of the whole request. */
    public record Wish(CaseId caseId, String key, String fingerprint, long expectedVersion, String traceparent) {}

    /** Makes the case a part of {@code into}. */
    public Mono<Merging> merge(Wish wish, CaseId into, String reason, String by) {
        return carryOut(
                wish, new KinshipCommand.BeginMerge(wish.caseId(), into, reason, by, wish.key(), wish.fingerprint()));
    }

    /** Gives the case its own life again. */
    public Mono<Merging> undo(Wish wish, String reason, String by) {
        return carryOut(wish, new KinshipCommand.UndoMerge(wish.caseId(), reason, by, wish.key(), wish.fingerprint()));
    }

    private Mono<Merging> carryOut(Wish wish, KinshipCommand command) {
        return lanes.read(wish.caseId().value())
                .flatMap(view -> before(wish, view).switchIfEmpty(Mono.defer(() -> begin(wish, command))));
    }

    /** What the same key did before; empty where it is new. */
    private Mono<Merging> before(Wish wish, CaseView<IntakeState> view) {
        if (!(view.state() instanceof Filed filed)) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(filed.kinship().doneUnder(wish.key()))
                .flatMap(turn -> wish.fingerprint().equals(turn.fingerprint())
                        ? finish(view, wish.traceparent()).map(ended -> replayed(ended))
                        : Mono.just(new Merging.Reused()));
    }

    private static Merging replayed(Merging ended) {
        return ended instanceof Merging.Done(var view, var _) ? new Merging.Done(view, true) : ended;
    }

    private Mono<Merging> begin(Wish wish, KinshipCommand command) {
        return lanes.submit(Submission.<IntakeCommand>of(wish.caseId().value(), command)
                        .expecting(wish.expectedVersion())
                        .tracedBy(wish.traceparent()))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Accepted<IntakeState, IntakeFact>(var view, var _) -> {
                        if (command instanceof KinshipCommand.UndoMerge) {
                            meters.merge("undone");
                        }
                        yield finish(view, wish.traceparent());
                    }
                    case Outcome.Rejected<IntakeState, IntakeFact>(var code, var why, var view) ->
                        Mono.<Merging>just(new Merging.Refused(code, why, view));
                    // A try of the same intention may have been faster.
                    case Outcome.Stale<IntakeState, IntakeFact>(var view) ->
                        before(wish, view).defaultIfEmpty(new Merging.Stale(view));
                    case Outcome.Taken<IntakeState, IntakeFact> _ ->
                        Mono.error(new IllegalStateException("Expected a merge to claim nothing"));
                });
    }

    /** Goes through all merges and undos that are not noted on both sides; done again and again. */
    public Mono<Void> finishAll() {
        return lanes.find(IndexQuery.first(IntakeDefinition.BY_KIN_UNFINISHED, "yes", BATCH))
                .flatMapMany(page -> Flux.fromIterable(page.cases()))
                .concatMap(view -> finish(view, ""))
                .then();
    }

    private Mono<Merging> finish(CaseView<IntakeState> view, String traceparent) {
        if (!(view.state() instanceof Filed filed)) {
            return Mono.just(new Merging.Done(view, false));
        }
        Kinship kinship = filed.kinship();
        MergedInto into = kinship.mergedInto();
        MergedInto releasing = kinship.releasing();
        CaseId caseId = new CaseId(view.id());
        if (into != null && !into.settled()) {
            return finishMerge(caseId, filed, into, traceparent);
        }
        return releasing != null
                ? finishUndo(caseId, releasing, traceparent)
                : Mono.just(new Merging.Done(view, false));
    }

    private Mono<Merging> finishMerge(CaseId caseId, Filed filed, MergedInto into, String traceparent) {
        String customer = filed.complaint().customer().reference();
        return submit(
                        into.caseId(),
                        new KinshipCommand.ReceiveMerge(
                                into.caseId(), caseId, into.number(), customer, into.reason(), into.by(), into.at()),
                        traceparent)
                .flatMap(outcome -> outcome
                                instanceof Outcome.Rejected<IntakeState, IntakeFact>(var code, var why, var _)
                        ? submit(caseId, new KinshipCommand.DropMerge(caseId, into.number(), why), traceparent)
                                .map(dropped -> {
                                    meters.merge("refused");
                                    return (Merging) new Merging.Refused(code, why, view(dropped));
                                })
                        : submit(caseId, new KinshipCommand.SettleMerge(caseId, into.number()), traceparent)
                                .map(settled -> {
                                    if (settled instanceof Outcome.Accepted<IntakeState, IntakeFact>(var _, var facts)
                                            && !facts.isEmpty()) {
                                        meters.merge("merged");
                                    }
                                    return new Merging.Done(view(settled), false);
                                }));
    }

    private Mono<Merging> finishUndo(CaseId caseId, MergedInto undone, String traceparent) {
        return submit(
                        undone.caseId(),
                        new KinshipCommand.ReceiveUndo(
                                undone.caseId(), caseId, undone.number(), undone.reason(), undone.by(), undone.at()),
                        traceparent)
                .flatMap(_ -> submit(caseId, new KinshipCommand.SettleUndo(undone.number()), traceparent))
                .map(settled -> new Merging.Done(view(settled), false));
    }

    private Mono<Outcome<IntakeState, IntakeFact>> submit(CaseId caseId, KinshipCommand command, String traceparent) {
        return lanes.submit(
                Submission.<IntakeCommand>of(caseId.value(), command).tracedBy(traceparent));
    }

    private static CaseView<IntakeState> view(Outcome<IntakeState, IntakeFact> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<IntakeState, IntakeFact>(var view, var _) -> view;
            case Outcome.Rejected<IntakeState, IntakeFact>(var _, var _, var view) -> view;
            case Outcome.Stale<IntakeState, IntakeFact>(var view) -> view;
            case Outcome.Taken<IntakeState, IntakeFact> taken ->
                throw new IllegalStateException("Expected a merge to claim nothing, but it claimed " + taken.index());
        };
    }
}
