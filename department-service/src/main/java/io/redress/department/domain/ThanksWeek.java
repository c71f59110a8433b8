package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.RequestId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * For what a person has thanked in a week: so many that each still means something (R98).
 *
 * @param requests at most {@value #MOST}
 */
public record ThanksWeek(List<RequestId> requests) implements DepartmentState.Document {
    /** What no setting may exceed. */
    public static final int MOST = 1_000;

    private static final ThanksWeek EMPTY = new ThanksWeek(List.of());

    public ThanksWeek {
        requests = List.copyOf(requests);
    }

    /** Under which id it is kept; it does not name the person. */
    public static String idOf(String person, String week) {
        return "thanks:" + UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)) + ":" + week;
    }

    /** A thanks asked for again for the same request takes no second place. */
    static Decision<DepartmentFact> decide(DepartmentState state, ThanksWeekCommand command) {
        List<RequestId> taken = of(state).requests();
        return switch (command) {
            case ThanksWeekCommand.TakePlace(var id, var _) when taken.contains(id) -> nothing();
            case ThanksWeekCommand.TakePlace(var id, var most)
            when taken.size() >= Math.min(most, MOST) ->
                reject("thanks-spent", "Expected at most " + most + " thanks by one person in a week");
            case ThanksWeekCommand.TakePlace(var id, var _) -> accept(new ThanksWeekFact.PlaceTaken(id));
        };
    }

    static ThanksWeek after(DepartmentState state, ThanksWeekFact fact) {
        return switch (fact) {
            case ThanksWeekFact.PlaceTaken(var id) ->
                new ThanksWeek(Stream.concat(of(state).requests().stream(), Stream.of(id))
                        .toList());
        };
    }

    private static ThanksWeek of(DepartmentState state) {
        return state instanceof ThanksWeek week ? week : EMPTY;
    }
}
