package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.CaseId;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import reactor.core.publisher.Mono;

/** Opens a case for a complaint, or finds the one that the same intention opened before (rule 1). */
public final class FileComplaints {
    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;

    public FileComplaints(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes) {
        this.lanes = lanes;
    }

    /** How filing ended. */
    public sealed interface Filing {

        /** There is one case for this intention; {@code replayed} where an earlier try had opened it. */
        record Opened(CaseView<IntakeState> view, boolean replayed) implements Filing {}

        /** The key, or the client's own number, was used for another complaint before. */
        record Reused(String index, CaseId by) implements Filing {}
    }

    /** Files; whatever the network does, however often it is tried. */
    public Mono<Filing> file(FileComplaint command, String traceparent) {
        return lanes.submit(Submission.<IntakeCommand>of(command.caseId().value(), command)
                        .tracedBy(traceparent))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Accepted<IntakeState, IntakeFact>(var view, var _) ->
                        Mono.just(new Filing.Opened(view, false));
                    case Outcome.Taken<IntakeState, IntakeFact>(var index, var _, var byCase) ->
                        earlier(command, index, byCase);
                    case Outcome.Rejected<IntakeState, IntakeFact> rejected ->
                        Mono.error(new IllegalStateException(rejected.explanation()));
                    case Outcome.Stale<IntakeState, IntakeFact> _ ->
                        Mono.error(new IllegalStateException("Expected no version to matter for a new case"));
                });
    }

    private Mono<Filing> earlier(FileComplaint command, String index, String byCase) {
        return lanes.read(byCase)
                .map(view -> view.state() instanceof Filed filed
                                && filed.complaint().fingerprint().equals(command.fingerprint())
                        ? new Filing.Opened(view, true)
                        : new Filing.Reused(index, new CaseId(byCase)));
    }
}
