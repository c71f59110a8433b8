package io.redress.routing.domain;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.decide.SurroundingRules;
import io.redress.routing.domain.OwedCommand.NoteDeviation;
import io.redress.routing.domain.OwedCommand.NoteEstimate;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.ReopenCase;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.AnswerReopened;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.CaseTakenUpAgain;
import io.redress.routing.domain.RoutingFact.MoreWordsHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Document;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import io.redress.routing.domain.SilenceCommand.NoteProgress;
import io.redress.routing.domain.WaitFact.LimitMoved;
import io.redress.routing.domain.WaitFact.WordSettled;
import java.time.Instant;

/**
 * The rules for news that were heard before, where a case is made anew from what routing has published: whatever was
 * decided then is known, so now they are only noted. A case that nobody has routed yet is routed, since nothing was
 * published about it.
 */
public final class NotingRules extends SurroundingRules<RoutingState, RoutingCommand, RoutingFact> {
    public NotingRules(RoutingDecider rules) {
        super(rules);
    }

    @Override
    public Decision<RoutingFact> decide(RoutingState state, RoutingCommand command, Instant now) {
        return switch (state) {
            case Unheard _, Heard _, Document _ -> rules.decide(state, command, now);
            case Routed _, Paused _, Ended _ -> noted(rules.decide(state, command, when(command, now)));
        };
    }

    /** What was heard before happened then. */
    private static Instant when(RoutingCommand command, Instant now) {
        Instant said = switch (command) {
            case NoteAnswer answer -> answer.answeredAt();
            case NoteProgress progress -> progress.reportedAt();
            case EndCase end -> end.closedAt();
            case ReopenCase again -> again.at();
            case NoteDeviation deviation -> deviation.reportedAt();
            case NoteEstimate estimate -> estimate.givenAt();
            default -> null;
        };
        return said == null ? now : said;
    }

    private static Decision<RoutingFact> noted(Decision<RoutingFact> decision) {
        return switch (decision) {
            case Decision.Rejected<RoutingFact> rejected -> rejected;
            case Decision.Accepted<RoutingFact>(var facts)
            when facts.stream().anyMatch(NotingRules::isNews) ->
                Decision.accept(
                        facts.stream().filter(it -> !(it instanceof Published)).toList());
            case Decision.Accepted<RoutingFact>(var facts) ->
                facts.stream().anyMatch(Published.class::isInstance) ? Decision.nothing() : Decision.accept(facts);
        };
    }

    /** What others did stays true whatever followed from it; that has been told. */
    private static boolean isNews(RoutingFact fact) {
        return fact instanceof AnswerNoted
                || fact instanceof AnswerReopened
                || fact instanceof MoreWordsHeard
                || fact instanceof CaseEnded
                || fact instanceof CaseTakenUpAgain
                || fact instanceof LimitMoved
                || fact instanceof WordSettled;
    }
}
