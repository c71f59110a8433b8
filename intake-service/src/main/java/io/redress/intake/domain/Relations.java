package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.intake.domain.CustomerCommand.NoteCustomer;
import io.redress.intake.domain.CustomerCommand.NoteFavour;
import io.redress.intake.domain.CustomerFact.CustomerNoted;
import io.redress.intake.domain.CustomerFact.FavourNoted;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.IntakeState.Organisation;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.IntakeState.Unfiled;
import io.redress.intake.domain.customers.CustomerFile;

/** The relation with a customer is kept beyond any case (R151, R155). */
final class Relations {
    private Relations() {}

    static Decision<IntakeFact> decide(IntakeState state, CustomerCommand command) {
        return switch (state) {
            case Unfiled _ -> note(CustomerFile.of(command.reference()), command);
            case Known(var file) -> note(file, command);
            case Filed _, Drilled _, Prepared _, Organisation _, IntakeState.Remedied _ ->
                Decision.reject("not-a-customer", "Expected a customer, but this is none");
        };
    }

    private static Decision<IntakeFact> note(CustomerFile file, CustomerCommand command) {
        return switch (command) {
            case NoteCustomer(var _, var details) when details.equals(file.details()) -> Decision.nothing();
            case NoteCustomer(var reference, var details) -> Decision.accept(new CustomerNoted(reference, details));
            case NoteFavour(var _, var favour) when file.has(favour) -> Decision.nothing();
            case NoteFavour(var _, var favour)
            when file.favour(favour.key()).isPresent() ->
                Decision.reject(
                        "idempotency-key-reused", "Expected a new Idempotency-Key for a new favour, but it was used");
            case NoteFavour _
            when file.favours().size() >= CustomerFile.MOST_FAVOURS ->
                Decision.reject(
                        "too-many-favours",
                        "Expected at most " + CustomerFile.MOST_FAVOURS + " favours, and there are as many already");
            case NoteFavour(var reference, var favour) -> Decision.accept(new FavourNoted(reference, favour));
        };
    }

    static IntakeState evolve(IntakeState state, CustomerFact fact) {
        CustomerFile file = state instanceof Known(var known) ? known : CustomerFile.of(fact.reference());
        return switch (fact) {
            case CustomerNoted(var _, var details) -> new Known(file.with(details));
            case FavourNoted(var _, var favour) -> new Known(file.with(favour));
        };
    }
}
