package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.intake.application.FindKin.Kin;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Kinship;
import io.redress.intake.domain.KinshipCommand;
import io.redress.intake.domain.kinship.Likeness.Verdict;
import io.redress.intake.domain.kinship.Shingles;
import io.redress.intake.domain.kinship.Sketch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens a case for a complaint, or finds the one that the same intention opened before (rule 1), or the one in which the
 * customer has said the same already.
 */
public final class FileComplaints {
    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final FindKin findKin;
    private final KinshipMeters meters;
    private final InTurn turns = new InTurn();

    public FileComplaints(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, FindKin findKin, KinshipMeters meters) {
        this.lanes = lanes;
        this.findKin = findKin;
        this.meters = meters;
    }

    /** How filing ended. */
    public sealed interface Filing {

        /** There is one case for this intention; {@code replayed} where an earlier try had opened it. */
        record Opened(CaseView<IntakeState> view, boolean replayed) implements Filing {}

        /** The words are kept with the case that says the same; {@code replayed} where an earlier try had done it. */
        record Joined(CaseView<IntakeState> view, boolean replayed) implements Filing {}

        /** The key, or the client's own number, was used for another complaint before. */
        record Reused(String index, CaseId by) implements Filing {}
    }

    /**
     * Files; whatever the network does, however often it is tried.
     *
     * @param seesAll whether the caller may see every case; others only join what they have filed themselves, and learn
     *     nothing of the rest
     */
    public Mono<Filing> file(FileComplaint command, boolean seesAll, String traceparent) {
        Shingles text = Shingles.of(command.ownWords());
        Sketch sketch = text.sketch();
        if (command.origin().imported() != null) {
            // History stays as it was elsewhere; only what comes later may join it.
            return open(command, sketch, List.of(), traceparent);
        }
        String customer = command.customer().reference();
        String alike = customer + sketch.bands().stream().findFirst().orElse("");
        return turns.doing(
                alike,
                () -> findKin.of(customer, text)
                        .flatMap(kin -> joinOrOpen(command, sketch, kin, seesAll, traceparent)));
    }

    private Mono<Filing> joinOrOpen(
            FileComplaint command, Sketch sketch, List<Kin> kin, boolean seesAll, String traceparent) {
        Mono<Filing> opened = Mono.defer(() -> open(command, sketch, kin, traceparent));
        return kin.stream()
                .filter(it -> it.likeness().verdict() == Verdict.SAME)
                .filter(it -> seesAll || it.filed().complaint().submittedBy().equals(command.submittedBy()))
                .findFirst()
                .map(same -> join(command, same, traceparent).switchIfEmpty(opened))
                .orElse(opened);
    }

    /** A shipment that is watched and named in the complaint is shown beside it, as what says the same is (R46). */
    private Mono<Filing> open(FileComplaint command, Sketch sketch, List<Kin> kin, String traceparent) {
        return PrepareShipments.named(lanes, command.customer(), command.ownWords())
                .map(shipments -> Stream.concat(
                                shipments.stream(),
                                kin.stream()
                                        .map(it -> new Kinship.Suspect(
                                                it.caseId(), it.likeness().value())))
                        .toList())
                .flatMap(suspects -> openBeside(command, sketch, suspects, traceparent));
    }

    private Mono<Filing> openBeside(
            FileComplaint command, Sketch sketch, List<Kinship.Suspect> suspects, String traceparent) {
        return submit(command.caseId().value(), new KinshipCommand.OpenBeside(command, sketch, suspects), traceparent)
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Accepted<IntakeState, IntakeFact>(var view, var _) -> {
                        if (!suspects.isEmpty()) {
                            meters.suspected();
                        }
                        yield Mono.just(new Filing.Opened(view, false));
                    }
                    case Outcome.Taken<IntakeState, IntakeFact>(var index, var _, var byCase) ->
                        earlier(command, index, byCase);
                    case Outcome.Rejected<IntakeState, IntakeFact> rejected ->
                        Mono.error(new IllegalStateException(rejected.explanation()));
                    case Outcome.Stale<IntakeState, IntakeFact> _ ->
                        Mono.error(new IllegalStateException("Expected no version to matter for a new case"));
                });
    }

    /** Empty where the case takes no further words any more. */
    private Mono<Filing> join(FileComplaint command, Kin same, String traceparent) {
        String into = same.caseId().value();
        Mono<Filing> joined = Mono.defer(() -> submit(
                        into, new KinshipCommand.Join(command, same.likeness().value()), traceparent)
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Accepted<IntakeState, IntakeFact>(var view, var facts) ->
                        Mono.just(known(view, command, !facts.isEmpty()));
                    case Outcome.Taken<IntakeState, IntakeFact>(var index, var _, var byCase) ->
                        earlier(command, index, byCase);
                    case Outcome.Rejected<IntakeState, IntakeFact>(var code, var _, var _) ->
                        switch (code) {
                            case "idempotency-key-reused" ->
                                Mono.just(new Filing.Reused(IntakeDefinition.BY_KEY, same.caseId()));
                            case "client-reference-reused" ->
                                Mono.just(new Filing.Reused(IntakeDefinition.BY_REFERENCE, same.caseId()));
                            default -> Mono.<Filing>empty();
                        };
                    case Outcome.Stale<IntakeState, IntakeFact> _ ->
                        Mono.error(new IllegalStateException("Expected no version to matter for joining"));
                }));
        return usedElsewhere(command, into).switchIfEmpty(joined);
    }

    /** What the same key or number did in another case. Seen before joining: a case must not be asked for it in vain. */
    private Mono<Filing> usedElsewhere(FileComplaint command, String into) {
        Flux<Filing> byKey = usedElsewhere(command, IntakeDefinition.BY_KEY, command.key(), into);
        String reference = command.reference();
        return reference == null
                ? byKey.next()
                : byKey.concatWith(usedElsewhere(command, IntakeDefinition.BY_REFERENCE, reference, into))
                        .next();
    }

    private Flux<Filing> usedElsewhere(FileComplaint command, String index, String value, String into) {
        return lanes.find(IndexQuery.first(index, value, 1))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .filter(view -> !view.id().equals(into))
                .map(view -> repeated(view, command, index));
    }

    private Mono<Filing> earlier(FileComplaint command, String index, String byCase) {
        return lanes.read(byCase).map(view -> repeated(view, command, index));
    }

    /** A request whose key or number a case has already: the same one again, or another. */
    private static Filing repeated(CaseView<IntakeState> view, FileComplaint command, String index) {
        String before = view.state() instanceof Filed filed ? fingerprint(filed, command, index) : "";
        return before.equals(command.fingerprint())
                ? known(view, command, false)
                : new Filing.Reused(index, new CaseId(view.id()));
    }

    private static String fingerprint(Filed filed, FileComplaint command, String index) {
        Optional<Kinship.Joined> joined = index.equals(IntakeDefinition.BY_KEY)
                ? filed.kinship().joinedUnder(command.key())
                : filed.kinship().joinedAs(command.reference());
        return joined.map(Kinship.Joined::fingerprint).orElse(filed.complaint().fingerprint());
    }

    /** A case that has the complaint, as its first words or as some that joined. */
    private static Filing known(CaseView<IntakeState> view, FileComplaint command, boolean justNow) {
        boolean opened = view.state() instanceof Filed filed
                && (filed.complaint().key().equals(command.key())
                        || command.reference() != null
                                && command.reference().equals(filed.complaint().reference()));
        return opened && !justNow ? new Filing.Opened(view, true) : new Filing.Joined(view, !justNow);
    }

    private Mono<Outcome<IntakeState, IntakeFact>> submit(String caseId, IntakeCommand command, String traceparent) {
        return lanes.submit(Submission.of(caseId, command).tracedBy(traceparent));
    }
}
