package io.redress.resolution.domain;

import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Reservation.Stage;
import io.redress.resolution.domain.ReservationFact.ChoiceBegun;
import io.redress.resolution.domain.ReservationFact.ChoiceLost;
import io.redress.resolution.domain.ReservationFact.ReservationAgreed;
import io.redress.resolution.domain.ReservationFact.ReservationForgotten;
import io.redress.resolution.domain.ReservationFact.ReservationGivenBack;
import io.redress.resolution.domain.ReservationFact.ReservationGranted;
import io.redress.resolution.domain.ReservationFact.ReservationMoved;
import io.redress.resolution.domain.ReservationFact.ReservationSpent;
import io.redress.resolution.domain.ReservationFact.ReservationWanted;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is held for the customer of a case.
 *
 * @param lines at most so many as the options of a proposal can need, and for a moment those of the one before
 * @param asked how many holds there have been, so that each has an id of its own
 * @param choosing absent where nothing is being taken
 */
public record Reservations(
        List<Reservation> lines, long asked, @Nullable PendingChoice choosing) {
    static final Reservations NONE = new Reservations(List.of(), 0, null);

    public Reservations {
        lines = List.copyOf(Objects.requireNonNullElse(lines, List.of()));
    }

    /** Whether a resource is still to hear something. */
    public boolean isOutstanding() {
        return lines.stream().anyMatch(Reservation::isOutstanding);
    }

    Optional<Reservation> line(String id) {
        return lines.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    List<Reservation> of(String proposalId, String optionId) {
        return lines.stream().filter(it -> it.isFor(proposalId, optionId)).toList();
    }

    /** In what a budget counts; empty where it is not known to be one. */
    Optional<String> currencyOf(String resource) {
        return lines.stream()
                .filter(it -> it.resource().equals(resource))
                .flatMap(it -> Stream.ofNullable(it.currency()))
                .findFirst();
    }

    Reservations after(ResolutionFact fact) {
        return switch (fact) {
            case ReservationWanted(var wanted) ->
                new Reservations(
                        Stream.concat(lines.stream(), Stream.of(wanted)).toList(), asked + 1, choosing);
            case ReservationGranted(var id, var until, var currency) -> changed(id, it -> it.granted(until, currency));
            case ReservationMoved(var id, var proposal, var option, var until) ->
                changed(id, it -> it.moved(proposal, option, until));
            case ReservationGivenBack(var id) -> changed(id, it -> it.in(Stage.TO_RELEASE));
            case ReservationSpent(var id) -> changed(id, it -> it.in(Stage.TO_USE_UP));
            case ReservationAgreed(var id) -> changed(id, it -> it.in(Stage.TAKEN));
            case ReservationForgotten(var id) ->
                new Reservations(
                        lines.stream().filter(it -> !it.id().equals(id)).toList(), asked, choosing);
            case ChoiceBegun(var choice) ->
                each(it -> it.isFor(choice.proposalId(), choice.optionId()) && it.isOpen() ? it.in(Stage.TO_TAKE) : it)
                        .choosing(choice);
            case ChoiceLost() -> choosing(null);
            case Published(OptionChosen _) -> choosing(null);
            // What was held while a proposal waited for others is held until the customer's own time is over.
            case Published(SolutionsProposed proposed) ->
                each(it -> it.proposalId().equals(proposed.proposalId()) && it.isOpen()
                        ? it.moved(it.proposalId(), it.optionId(), proposed.validUntil())
                        : it);
            default -> this;
        };
    }

    private Reservations choosing(@Nullable PendingChoice choice) {
        return new Reservations(lines, asked, choice);
    }

    private Reservations changed(String id, UnaryOperator<Reservation> change) {
        return each(it -> it.id().equals(id) ? change.apply(it) : it);
    }

    private Reservations each(UnaryOperator<Reservation> change) {
        return new Reservations(lines.stream().map(change).toList(), asked, choosing);
    }
}
