package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;
import static io.redress.routing.domain.EarlyNews.keep;
import static io.redress.routing.domain.EarlyNews.onceRouted;

import io.redress.chassis.decide.Decision;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import io.redress.routing.domain.WaitCommand.AskDirectly;
import io.redress.routing.domain.WaitCommand.AwaitChoice;
import io.redress.routing.domain.WaitCommand.AwaitCustomersAnswer;
import io.redress.routing.domain.WaitCommand.AwaitStatement;
import io.redress.routing.domain.WaitCommand.DecideWhoGoesFirst;
import io.redress.routing.domain.WaitCommand.EndContest;
import io.redress.routing.domain.WaitCommand.EndStatement;
import io.redress.routing.domain.WaitCommand.GetHelp;
import io.redress.routing.domain.WaitCommand.NoteAgreedDate;
import io.redress.routing.domain.WaitCommand.NoteAnswerToQuestion;
import io.redress.routing.domain.WaitCommand.NoteChoice;
import io.redress.routing.domain.WaitCommand.NoteContest;
import io.redress.routing.domain.WaitCommand.NoteQuestion;
import io.redress.routing.domain.WaitCommand.NoteStatementCleared;
import io.redress.routing.domain.WaitCommand.ReleaseHelp;
import java.time.Instant;

/** Who is waited for in a case: what is said about that, decided by how far the case is. */
final class Awaiting {
    private final Requesting requesting;
    private final Helping helping;
    private final WaitRules waits;
    private final AwaitingStatements statements;

    Awaiting(Departments departments, Requesting requesting) {
        this.requesting = requesting;
        this.helping = new Helping(departments);
        this.waits = new WaitRules(departments);
        this.statements = new AwaitingStatements(departments);
    }

    Decision<RoutingFact> decide(CaseState state, WaitCommand command, Instant now) {
        return switch (command) {
            case GetHelp help -> onceRouted(state, help, routed -> helping.help(routed, help, now));
            case AskDirectly ask -> onceRouted(state, ask, routed -> requesting.askDirectly(routed, ask, now));
            case ReleaseHelp release -> onceRouted(state, release, routed -> Helping.release(routed, release, now));
            case NoteQuestion question -> onceRouted(state, question, routed -> waits.noteQuestion(routed, question));
            case NoteAnswerToQuestion answer ->
                onceRouted(state, answer, routed -> WaitRules.noteAnswer(routed, answer));
            case NoteAgreedDate agreed ->
                onceRouted(state, agreed, routed -> waits.noteAgreedDate(routed, agreed, now));
            case AwaitCustomersAnswer question -> askCustomer(state, question);
            case AwaitChoice choice -> onceRouted(state, choice, _ -> WaitRules.awaitChoice(choice));
            case NoteChoice choice -> onceRouted(state, choice, routed -> WaitRules.noteChoice(routed, choice));
            case NoteContest contest -> onceRouted(state, contest, routed -> waits.noteContest(routed, contest));
            case EndContest contest -> onceRouted(state, contest, routed -> WaitRules.endContest(routed, contest));
            case AwaitStatement held -> onceRouted(state, held, routed -> statements.await(routed, held));
            case NoteStatementCleared cleared ->
                onceRouted(state, cleared, routed -> AwaitingStatements.noteCleared(routed, cleared));
            case EndStatement ended -> onceRouted(state, ended, routed -> AwaitingStatements.end(routed, ended));
            case DecideWhoGoesFirst decision ->
                state instanceof Routed routed
                        ? WaitRules.decideWhoGoesFirst(routed, decision, now)
                        : reject("no-such-cycle", "Expected a case that is open and routed");
        };
    }

    /** Once the departments are asked, the case does not wait for what it is about any more. */
    private static Decision<RoutingFact> askCustomer(CaseState state, AwaitCustomersAnswer command) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard _ ->
                accept(new WaitFact.CustomersTurnNoted(new Waiting.CustomersTurn(
                        Wait.What.CLARIFICATION, null, command.askedAt(), command.answerBy())));
            case Routed _, Paused _, Ended _ -> nothing();
        };
    }
}
