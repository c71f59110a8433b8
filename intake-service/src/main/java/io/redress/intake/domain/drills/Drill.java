package io.redress.intake.domain.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One training of one consultant. It is no case: nobody else hears of it and it weighs on nobody's load.
 *
 * @param consultant the id of whoever trains
 * @param name by which customers know them
 * @param exchanges what was said so far; the last one may be without answer
 */
public record Drill(
        String consultant,
        String name,
        String scenario,
        String language,
        List<Exchange> exchanges,
        Instant startedAt,
        @Nullable Outcome outcome,
        @Nullable Instant endedAt) {

    public Drill {
        exchanges = List.copyOf(exchanges);
    }

    /** How it ended. */
    public enum Outcome {
        /** The last answer has calmed the customer. */
        CALMED,
        /** It has not. */
        ESCALATED,
        /** It was ended before the last answer. */
        BROKEN_OFF
    }

    /**
     * What the customer said and what was answered.
     *
     * @param hostile whether it needs strong nerves
     */
    public record Exchange(
            String customer,
            boolean hostile,
            Instant saidAt,
            @Nullable Answer answer) {}

    /** What the consultant answered. */
    public record Answer(String text, Instant at, Judgement judgement) {
        /** How long the customer waited for it. */
        public Duration after(Instant saidAt) {
            return Duration.between(saidAt, at);
        }
    }

    /** Whether nothing is said in it any more. */
    public boolean ended() {
        return outcome != null;
    }

    /** The answers so far. */
    public long answered() {
        return exchanges.stream().filter(exchange -> exchange.answer() != null).count();
    }

    /** The answer of a turn, counted from 1. */
    public Optional<Answer> answerOf(int turn) {
        return turn < 1 || turn > exchanges.size()
                ? Optional.empty()
                : Optional.ofNullable(exchanges.get(turn - 1).answer());
    }

    /** The same with its last turn answered. */
    public Drill with(Answer answer, @Nullable Exchange next) {
        Exchange last = exchanges.getLast();
        Exchange done = new Exchange(last.customer(), last.hostile(), last.saidAt(), answer);
        Stream<Exchange> before = exchanges.stream().limit(exchanges.size() - 1L);
        List<Exchange> all = Stream.concat(before, Stream.concat(Stream.of(done), Stream.ofNullable(next)))
                .toList();
        return new Drill(consultant, name, scenario, language, all, startedAt, outcome, endedAt);
    }

    /** The same, over. */
    public Drill ended(Outcome how, Instant at) {
        return new Drill(consultant, name, scenario, language, exchanges, startedAt, how, at);
    }
}
