package io.redress.resolution.domain;

import io.redress.contracts.ResolutionEvent.Option;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Proposed;
import java.util.List;

/** The options for which something may be held or taken in a case as it is. */
record Offered(String proposalId, List<Option> options) {

    static Offered in(ResolutionCase known) {
        return switch (Clearing.draftOf(known)) {
            case Drafted drafted ->
                new Offered(drafted.draft().proposalId(), drafted.draft().options());
            case Proposed proposed ->
                new Offered(
                        proposed.proposal().proposalId(), proposed.proposal().options());
            case Executing executing -> new Offered(executing.choice().proposalId(), List.of(executing.chosen()));
            default -> new Offered("", List.of());
        };
    }

    /** Whether it is held for the very thing that is offered now, under whatever number. */
    boolean isHeldFor(Reservation line, Option now) {
        return options.stream()
                .filter(it -> line.isFor(proposalId, it.optionId()))
                .anyMatch(it -> it.kind().equals(now.kind()) && it.title().equals(now.title()));
    }
}
