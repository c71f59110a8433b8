package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The choice is the customer's (R106), and nothing is carried out before it (R111). */
final class Choosing {
    private Choosing() {}

    static Decision<ResolutionFact> decide(Progress state, Choose choose, Instant now) {
        return switch (state) {
            case Gathering _ ->
                Decision.reject(
                        "not-proposed-yet", "Expected a proposal to choose from, but departments are still answering.");
            case Listening _ ->
                Decision.reject("not-proposed-yet", "Expected a proposal to choose from, but this case needs none.");
            case Drafted _ ->
                Decision.reject(
                        "not-proposed-yet",
                        "Expected a proposal to choose from, but what will be proposed still has to be cleared.");
            case Proposed proposed -> choose(proposed, choose, now);
            case Paused paused -> decide(paused.beneath(), choose, now);
            case Executing executing -> again(executing.choice(), choose);
            case Executed executed
            when executed.choice() == null ->
                Decision.reject(
                        "already-remedied",
                        "Expected a case without a remedy, but the customer has received that of the incident.");
            case Executed executed -> again(executed.choice(), choose);
            case Closed closed -> again(closed.choice(), choose);
        };
    }

    /** Whether the state comes from this choice; by the same client. */
    static boolean isMade(Progress state, Choose choose) {
        return switch (state) {
            case Executing executing -> isSame(executing.choice(), choose);
            case Executed executed -> isSame(executed.choice(), choose);
            case Closed closed -> isSame(closed.choice(), choose);
            case Paused paused -> isMade(paused.beneath(), choose);
            case Gathering _, Listening _, Drafted _, Proposed _ -> false;
        };
    }

    private static boolean isSame(@Nullable OptionChosen made, Choose choose) {
        return made != null
                && made.proposalId().equals(choose.proposalId())
                && made.optionId().equals(choose.optionId())
                && made.by().equals(choose.by());
    }

    private static Decision<ResolutionFact> again(@Nullable OptionChosen made, Choose choose) {
        if (isSame(made, choose)) {
            return Decision.nothing();
        }
        return made == null
                ? Decision.reject("already-closed", "Expected an open case, but it is closed.")
                : Decision.reject(
                        "already-chosen",
                        "Expected no choice yet, but option " + made.optionId() + " of proposal " + made.proposalId()
                                + " has been chosen.");
    }

    private static Decision<ResolutionFact> choose(Proposed proposed, Choose choose, Instant now) {
        String current = proposed.proposal().proposalId();
        if (!choose.proposalId().equals(current)) {
            return Decision.reject(
                    "unknown-proposal", "Expected the current proposal " + current + ", but got another.");
        }
        if (!now.isBefore(proposed.proposal().validUntil())) {
            return Decision.reject(
                    "proposal-expired",
                    "Expected a choice before " + proposed.proposal().validUntil() + ", when the proposal expired.");
        }
        Optional<Option> option = proposed.option(choose.optionId());
        return option.isPresent()
                ? Decision.accept(chosen(proposed, option.get(), choose.by(), now))
                : Decision.reject(
                        "unknown-option",
                        "Expected one of the options "
                                + proposed.proposal().options().stream()
                                        .map(Option::optionId)
                                        .toList()
                                + ", but got another.");
    }

    private static List<ResolutionFact> chosen(Proposed proposed, Option option, String by, Instant now) {
        var caseId = proposed.background().caseId();
        List<ResolutionFact> facts = new ArrayList<>();
        boolean goesOn = proposed.goesOnWith(option);
        facts.add(new Published(new OptionChosen(
                caseId,
                proposed.proposal().proposalId(),
                option.optionId(),
                option.title(),
                by,
                now,
                null,
                goesOn ? true : null,
                null,
                goesOn ? null : kept(proposed.running()))));
        if (!goesOn) {
            facts.addAll(Steps.first(caseId, option, now));
        }
        return facts;
    }

    /** What of it stays the customer's; absent where nothing does. */
    private static @Nullable List<Remedy> kept(@Nullable Executing before) {
        List<Remedy> kept = before == null ? List.of() : Kept.of(before);
        return kept.isEmpty() ? null : kept;
    }
}
