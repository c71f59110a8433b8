package io.redress.chassis.toy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.lanes.Reaction;
import io.redress.chassis.store.IndexEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A purse: opened once under a name, coins go in, what comes from a topic is noted in order, and it can be reminded. */
public final class Purse
        implements CaseDefinition<Purse.State, Purse.Command, Purse.Event>,
                Decider<Purse.State, Purse.Command, Purse.Event> {
    public static final String COINS = "toy.coins.v1";
    public static final String OUT = "toy.purse.v1";

    public record State(
            @Nullable String name,
            int coins,
            List<Integer> noted,
            @Nullable Instant remindAt) {}

    public sealed interface Command {}

    public record Open(String name) implements Command {}

    public record PutIn(int coins) implements Command {}

    public record Note(int number) implements Command {}

    public record RemindAt(Instant at) implements Command {}

    public record Due() implements Command {}

    public sealed interface Event {}

    public record Opened(String name) implements Event {}

    public record CoinsPutIn(int coins) implements Event {}

    public record Noted(int number) implements Event {}

    public record ReminderSet(Instant at) implements Event {}

    public record Reminded() implements Event {}

    @Override
    public State initialState() {
        return new State(null, 0, List.of(), null);
    }

    @Override
    public Decision<Event> decide(State state, Command command, Instant now) {
        return switch (command) {
            case Open(var name) ->
                state.name() == null
                        ? Decision.accept(new Opened(name))
                        : Decision.reject("open-already", "Expected a purse that is not open");
            case PutIn(var coins) when coins <= 0 -> Decision.reject("no-coins", "Expected at least one coin");
            case PutIn(var coins) -> Decision.accept(new CoinsPutIn(coins));
            case Note(var number) when number == 13 -> Decision.reject("unlucky", "Expected another number than 13");
            case Note(var number) -> Decision.accept(new Noted(number));
            case RemindAt(var at) -> Decision.accept(new ReminderSet(at));
            case Due _ ->
                state.remindAt() != null && !state.remindAt().isAfter(now)
                        ? Decision.accept(new Reminded())
                        : Decision.nothing();
        };
    }

    @Override
    public State evolve(State state, Event event) {
        return switch (event) {
            case Opened(var name) -> new State(name, state.coins(), state.noted(), state.remindAt());
            case CoinsPutIn(var coins) ->
                new State(state.name(), state.coins() + coins, state.noted(), state.remindAt());
            case Noted(var number) -> {
                List<Integer> noted = new ArrayList<>(state.noted());
                noted.add(number);
                yield new State(state.name(), state.coins(), noted, state.remindAt());
            }
            case ReminderSet(var at) -> new State(state.name(), state.coins(), state.noted(), at);
            case Reminded _ -> new State(state.name(), state.coins() + 1, state.noted(), null);
        };
    }

    @Override
    public String service() {
        return "purse";
    }

    @Override
    public Decider<State, Command, Event> decider() {
        return this;
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public List<Outgoing> outgoing(String caseId, Event event) {
        return switch (event) {
            case CoinsPutIn(var coins) ->
                List.of(new Outgoing(
                        "purse", OUT, "toy.coins-put-in.v1", ("{\"coins\":" + coins + "}").getBytes(UTF_8)));
            case Opened _, Noted _, ReminderSet _, Reminded _ -> List.of();
        };
    }

    @Override
    public Set<String> streams() {
        return Set.of("coins", "purse");
    }

    @Override
    public List<byte[]> log(Event event) {
        return event instanceof Noted(var number)
                ? List.of(Integer.toString(number).getBytes(UTF_8))
                : List.of();
    }

    @Override
    public List<IndexEntry> entries(String caseId, State state) {
        return state.name() == null ? List.of() : List.of(IndexEntry.unique("name", state.name()));
    }

    @Override
    public Optional<Instant> nextDue(State state) {
        return Optional.ofNullable(state.remindAt());
    }

    @Override
    public Optional<Command> onDeadline() {
        return Optional.of(new Due());
    }

    /** Notes each number of the topic; other types are passed over. */
    public static final class NoteNumbers implements Reaction<Command> {
        @Override
        public String topic() {
            return COINS;
        }

        @Override
        public Set<String> types() {
            return Set.of("toy.number.v1");
        }

        @Override
        public Command command(IncomingEvent event) {
            return new Note(Integer.parseInt(new String(event.payload(), UTF_8)));
        }
    }

    /** The number {@code number} as the {@code seq}-th event of a stream. */
    public static IncomingEvent number(String caseId, long seq, int number) {
        return new IncomingEvent(
                caseId,
                "coins",
                seq,
                COINS,
                "toy.number.v1",
                Instant.EPOCH,
                "",
                Integer.toString(number).getBytes(UTF_8));
    }

    /** An event that nobody here is interested in. */
    public static IncomingEvent uninteresting(String caseId, long seq) {
        return new IncomingEvent(
                caseId, "coins", seq, COINS, "toy.other.v1", Instant.EPOCH, "", "not even JSON".getBytes(UTF_8));
    }

    /** An event whose content cannot be understood. */
    public static IncomingEvent broken(String caseId, long seq) {
        return new IncomingEvent(
                caseId, "coins", seq, COINS, "toy.number.v1", Instant.EPOCH, "", "many".getBytes(UTF_8));
    }
}
