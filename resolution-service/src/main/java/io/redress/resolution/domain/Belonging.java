package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.resolution.domain.MembershipCommand.ExpectRemedy;
import io.redress.resolution.domain.MembershipCommand.GiveUpRemedy;
import io.redress.resolution.domain.MembershipCommand.JoinIncident;
import io.redress.resolution.domain.MembershipCommand.LeaveIncident;
import io.redress.resolution.domain.MembershipCommand.NoteSettled;
import io.redress.resolution.domain.MembershipCommand.ReceiveRemedy;
import io.redress.resolution.domain.MembershipFact.AccountInformed;
import io.redress.resolution.domain.MembershipFact.AccountKnown;
import io.redress.resolution.domain.MembershipFact.ExpectationChanged;
import io.redress.resolution.domain.MembershipFact.IncidentJoined;
import io.redress.resolution.domain.MembershipFact.IncidentLeft;
import io.redress.resolution.domain.MembershipFact.RemedyGivenUp;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case that is one of many of the same incident receives the remedy of the incident, and no second one. When none comes
 * after all, it is proposed what its departments have thought of meanwhile.
 */
final class Belonging implements Following {
    private final ProposeSolutions propose;

    Belonging(ProposeSolutions propose) {
        this.propose = propose;
    }

    static Decision<ResolutionFact> decide(ResolutionCase known, MembershipCommand command, Instant now) {
        Membership membership = known.assurances().membership();
        return switch (command) {
            case JoinIncident(var incident) ->
                incident.equals(membership.incident())
                        ? Decision.nothing()
                        : Decision.accept(new IncidentJoined(incident));
            case LeaveIncident(var incident) ->
                incident.equals(membership.incident()) ? Decision.accept(new IncidentLeft()) : Decision.nothing();
            case NoteSettled(var incident, var word, var expecting) ->
                Decision.accept(new AccountInformed(incident, word, expecting));
            case ExpectRemedy(var incident, var word, var expecting) ->
                incident.equals(membership.incident()) && word > membership.word()
                        ? Decision.accept(new ExpectationChanged(word, expecting))
                        : Decision.nothing();
            case ReceiveRemedy receive -> receive(known, membership, receive, now);
            case GiveUpRemedy(var incident) ->
                incident.equals(membership.incident()) ? Decision.accept(new RemedyGivenUp()) : Decision.nothing();
        };
    }

    /** Once, however often it is said; and only where the case still belongs to the incident. */
    private static Decision<ResolutionFact> receive(
            ResolutionCase known, Membership membership, ReceiveRemedy receive, Instant now) {
        Background background = known.background();
        if (background == null
                || !receive.incidentId().equals(membership.incident())
                || receive.incidentId().equals(membership.remedied())) {
            return Decision.nothing();
        }
        return Decision.accept(new Published(new CaseRemedied(
                background.caseId(),
                receive.incidentId(),
                receive.remedy(),
                receive.telling(),
                receive.reference(),
                receive.executedAt(),
                now)));
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        List<ResolutionFact> all = new ArrayList<>(facts);
        if (command instanceof LearnRouting(var routed)
                && before.assurances().membership().account() == null) {
            all.add(new AccountKnown(routed.customer().reference()));
        }
        if (command instanceof MembershipCommand) {
            proposalOf(before, facts, now).ifPresent(all::add);
        }
        return Decision.accept(all);
    }

    /** What waited for the incident does not any more. */
    private Optional<ResolutionFact> proposalOf(ResolutionCase before, List<ResolutionFact> facts, Instant now) {
        boolean released = before.assurances().membership().withholds()
                && !Withholding.withheldAfter(before, facts)
                && facts.stream().noneMatch(it -> it instanceof Published(CaseRemedied _));
        Background background = before.background();
        return released && background != null && before.progress() instanceof Gathering gathering
                ? RequiredAnswers.of(gathering)
                        .map(answers -> new Published(propose.first(background, answers, gathering.earlier(), now)))
                : Optional.empty();
    }
}
