package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.intake.domain.AccountCommand.TellAccount;
import io.redress.intake.domain.AccountFact.AccountAddressed;
import io.redress.intake.domain.AccountFact.RemedyHeard;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Remedied;
import io.redress.intake.domain.IntakeState.Unfiled;
import java.time.Instant;
import java.util.List;

/** Who never complained is told, too, once, that an outage has been put right (R110); where there is a case, the case tells it. */
final class TellingAccounts {
    private final AccountVoice voice;

    TellingAccounts(AccountVoice voice) {
        this.voice = voice;
    }

    static Decision<IntakeFact> hear(IntakeState state, AccountRemedied remedied, String eventId) {
        return state instanceof Unfiled && remedied.toldIn() == null
                ? Decision.accept(new RemedyHeard(remedied, eventId))
                : Decision.nothing();
    }

    Decision<IntakeFact> decide(IntakeState state, AccountCommand command, Instant now) {
        return switch (command) {
            case TellAccount tell ->
                state instanceof Remedied known && !known.addressed()
                        ? Decision.accept(
                                new AccountAddressed(tell.contact()), new Published(message(known, tell, now)))
                        : Decision.nothing();
        };
    }

    private CustomerMessageComposed message(Remedied known, TellAccount tell, Instant now) {
        AccountRemedied remedied = known.remedied();
        Occasion occasion = new Occasion.AccountRemedied(remedied.remedy());
        Voice.Words words = voice.say(occasion, tell.contact(), tell.language());
        return new CustomerMessageComposed(
                remedied.caseId(),
                remedied.caseId() + ":" + occasion.kind() + ":" + known.eventId(),
                occasion.kind(),
                remedied.account(),
                tell.channel(),
                tell.language(),
                words.subject(),
                words.body(),
                known.eventId(),
                now,
                Tone.NEUTRAL.wireName(),
                "outage",
                Formality.of(tell.contact()).wireName(),
                words.templateVersion(),
                List.of());
    }

    static IntakeState evolve(IntakeState state, AccountFact fact) {
        return switch (fact) {
            case RemedyHeard(var remedied, var eventId) ->
                state instanceof Unfiled ? new Remedied(remedied, eventId, false, null, Deliveries.NONE) : state;
            case AccountAddressed(var contact) ->
                state instanceof Remedied(var remedied, var eventId, var _, var _, var deliveries)
                        ? new Remedied(remedied, eventId, true, contact, deliveries)
                        : state;
        };
    }
}
