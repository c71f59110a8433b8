package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.ResolutionFact.AnswerForgotten;
import io.redress.resolution.domain.ResolutionFact.ReroutingLearned;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer goes back after a proposal was made of it that no customer has seen: the proposal waits for the answer that comes
 * instead, and what others had thought of stays possible beside it (R51, R102).
 */
final class SentBack {
    private SentBack() {}

    /** Whether what is not proposed yet rests on it; where answers are still gathered, it is only forgotten. */
    static boolean concerns(ResolutionCase known, RequestId request) {
        return known.background() != null
                && known.assurances().clearances().answered().contains(request)
                && switch (Clearing.draftOf(known)) {
                    case Drafted _ -> true;
                    case Gathering gathering -> gathering.earlier() != null && !gathering.hasAnswerTo(request);
                    default -> false;
                };
    }

    static Decision<ResolutionFact> decide(ResolutionCase known, RequestId request) {
        return switch (Clearing.draftOf(known)) {
            case Drafted drafted ->
                again(
                        known,
                        drafted.background(),
                        request,
                        List.of(),
                        new Earlier(
                                ProposeSolutions.round(drafted.draft().proposalId()),
                                drafted.draft().options(),
                                drafted.failedKinds()));
            case Gathering(Background background, var required, var _, var _, Earlier earlier)
            when background != null && earlier != null ->
                again(known, background, request, required == null ? List.of() : required.requests(), earlier);
            default -> Decision.nothing();
        };
    }

    private static Decision<ResolutionFact> again(
            ResolutionCase known, Background background, RequestId request, List<RequestId> required, Earlier earlier) {
        List<RequestId> needed =
                Stream.concat(required.stream(), Stream.of(request)).distinct().toList();
        return Decision.accept(
                new AnswerForgotten(request),
                new ReroutingLearned(
                        background,
                        new Requirement(needed),
                        new Earlier(
                                earlier.round(),
                                earlier.options().stream()
                                        .filter(it -> isOfOthers(known, it, request))
                                        .toList(),
                                earlier.failedKinds())));
    }

    /** What the company has declared is offered anew where nobody has an idea. */
    private static boolean isOfOthers(ResolutionCase known, Option option, RequestId request) {
        return known.assurances().clearances().originsOf(option).anyMatch(it -> !request.equals(it.requestId()));
    }
}
