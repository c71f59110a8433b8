package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.Learned;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.IncidentRemedyEvent.OfAccount;
import io.redress.contracts.IncidentRemedyEvent.OfIncident;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.Topics;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records what resolution does, and learns what the customer chose and when a case is over. */
public final class ReactToResolutionEvents extends ReactToTopic {
    /** What happens to the remedy of an incident, or to an account without a case, is part of no journey. */
    private static final Set<String> IN_NO_CASE = Stream.of(OfIncident.class, OfAccount.class)
            .flatMap(it -> Entries.typesOf(it).stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> TYPES = Entries.typesOf(ResolutionEvent.class).stream()
            .filter(it -> !IN_NO_CASE.contains(it))
            .collect(Collectors.toUnmodifiableSet());

    public ReactToResolutionEvents() {
        super(
                Topics.RESOLUTIONS,
                TYPES,
                Set.of(
                        CaseClosed.class,
                        CaseReopened.class,
                        ExecutionStepStarted.class,
                        SolutionsProposed.class,
                        OptionChosen.class,
                        StatementReleased.class,
                        ClaimContested.class));
    }

    @Override
    Learned learned(CaseEvent event) {
        return switch (event) {
            case CaseClosed closed -> new Learned.Closure(closed.caseId(), closed.reason(), closed.satisfied());
            case CaseReopened _ -> new Learned.Reopened();
            case ExecutionStepStarted started -> new Learned.Departments(Set.of(started.department()));
            case SolutionsProposed proposed ->
                new Learned.Proposed(proposed.options().stream()
                        .collect(Collectors.toMap(Option::optionId, Option::kind, (first, _) -> first)));
            case OptionChosen chosen -> new Learned.Chosen(chosen.optionId());
            case StatementReleased released
            when released.channel() == ClaimEvent.Channel.PUBLIC -> new Learned.SaidInPublic();
            case ClaimContested _ -> new Learned.Contradicted();
            default -> new Learned.Nothing();
        };
    }
}
