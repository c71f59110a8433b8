package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a resolution can be told to do. */
public sealed interface ResolutionCommand
        permits ResolutionCommand.LearnRouting,
                ResolutionCommand.LearnRerouting,
                ResolutionCommand.LearnSettlement,
                ResolutionCommand.LearnRenewal,
                ResolutionCommand.LearnRedirection,
                ResolutionCommand.LearnHelp,
                ResolutionCommand.LearnAnswer,
                ResolutionCommand.ForgetAnswer,
                ResolutionCommand.Choose,
                ResolutionCommand.Close,
                ResolutionCommand.LearnPause,
                ResolutionCommand.LearnResumption,
                ResolutionCommand.DeadlineReached,
                AssuranceCommand,
                DocumentCommand {

    /** Routing has decided which departments are needed. */
    record LearnRouting(CaseRouted routed) implements ResolutionCommand {}

    /** After a revised diagnosis other answers are needed. */
    record LearnRerouting(CaseRerouted rerouted) implements ResolutionCommand {}

    /** A proposal went back, and departments were asked for another one. */
    record LearnRenewal(SolutionsRequested requested) implements ResolutionCommand {}

    /** What was no complaint has had its answer. */
    record LearnSettlement() implements ResolutionCommand {}

    /** A request goes on to another department as another request. */
    record LearnRedirection(RequestRedirected redirected) implements ResolutionCommand {}

    /** A department is asked to help another one with its part. */
    record LearnHelp(DepartmentCode from) implements ResolutionCommand {}

    /** A department has answered a request: with findings and ideas, or with how a step went. */
    record LearnAnswer(RequestAnswered answered) implements ResolutionCommand {}

    /** An answer was incomplete and has gone back. */
    record ForgetAnswer(RequestId requestId) implements ResolutionCommand {}

    /**
     * The customer chooses.
     *
     * @param by the client that says so
     * @param wantedBy when the customer would like to have it; absent where nobody has said so
     */
    record Choose(
            String proposalId,
            String optionId,
            String by,
            @Nullable Instant wantedBy) implements ResolutionCommand {
        /** One without a wish for a date. */
        public Choose(String proposalId, String optionId, String by) {
            this(proposalId, optionId, by, null);
        }

        /** Whether this very choice has been made already. */
        public boolean isMadeIn(Progress state) {
            return Choosing.isMade(state, this);
        }

        /** Whether this very choice has been heard: it is made, or what is held for it is being taken. */
        public boolean isHeardIn(ResolutionCase known) {
            PendingChoice choosing = known.assurances().reservations().choosing();
            return isMadeIn(known.progress()) || (choosing != null && choosing.isSame(this));
        }
    }

    /** The customer says that the case is over. */
    record Close(boolean satisfied, @Nullable String words) implements ResolutionCommand {}

    /** The case was merged into another, which speaks to the customer for both. */
    record LearnPause() implements ResolutionCommand {}

    /** The merge was undone. */
    record LearnResumption() implements ResolutionCommand {}

    /** Time has passed; whatever is due by now happens. */
    record DeadlineReached() implements ResolutionCommand {}
}
