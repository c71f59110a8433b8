package io.redress.department.domain;

import io.redress.contracts.CommitmentEvent.MarginsStacked;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Chain.Stage;
import io.redress.department.domain.Cooperation.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes of comparing a chain of promises with what comparable chains take together (R132).
 *
 * @param requests the stages, in the order in which they are done
 * @param promisedFor when the last one is promised
 * @param promised the working time that all of them have between when they can begin and when they are promised
 * @param usual in which 85 of 100 comparable chains are done; absent where too little comparable work is finished
 * @param honest when such a chain would be done; absent as well
 * @param marginPercent how much more the policy allows
 * @param foundPercent how much more was promised, 0 where it is less; absent as well
 * @param stacked whether it is more than the policy allows
 */
public record StackedMargins(
        List<RequestId> requests,
        Instant promisedFor,
        Duration promised,
        @Nullable Duration usual,
        @Nullable Instant honest,
        int marginPercent,
        @Nullable Integer foundPercent,
        boolean stacked) {
    private static final int SHARE = 85;

    public StackedMargins {
        requests = List.copyOf(requests);
    }

    /** All chains of a case whose stages can be measured. */
    public static List<StackedMargins> of(DepartmentCase state, Map<RequestId, Yardstick> measured, Instant now) {
        return Chain.of(state).stream()
                .filter(it -> measured.keySet().containsAll(it.requests()))
                .map(it -> of(it, state, measured, now))
                .toList();
    }

    private static StackedMargins of(
            Chain chain, DepartmentCase state, Map<RequestId, Yardstick> measured, Instant now) {
        List<Measured> stages = chain.stages().stream()
                .map(it -> new Measured(
                        it,
                        Objects.requireNonNull(measured.get(it.commitment().requestId())),
                        state.cooperation().questionsAbout(it.commitment().requestId())))
                .toList();
        Duration promised = stages.stream().map(Measured::promised).reduce(Duration.ZERO, Duration::plus);
        Instant promisedFor = chain.stages().getLast().commitment().dueAt();
        int margin = stages.getLast().yardstick().marginPercent();
        if (!stages.stream().allMatch(it -> it.yardstick().comparables().suffice())) {
            return new StackedMargins(chain.requests(), promisedFor, promised, null, null, margin, null, false);
        }
        Duration usual = JointDuration.of(
                        stages.stream().map(it -> it.yardstick().comparables()).toList())
                .percentile(SHARE);
        Instant honest = honest(stages, now);
        // Work that took no time says nothing about how much too long a promise is.
        long base = Math.max(1, usual.toSeconds());
        int found = (int) Math.clamp(100 * (promised.toSeconds() - base) / base, 0, 1_000_000);
        return new StackedMargins(
                chain.requests(),
                promisedFor,
                promised,
                usual,
                honest,
                margin,
                found,
                found > margin && honest.isBefore(promisedFor));
    }

    /** When the stages that are still to come would be done: each has its share of what they take together. */
    private static Instant honest(List<Measured> stages, Instant now) {
        List<Measured> ahead = stages.stream()
                .filter(it -> !it.stage().commitment().hasEnded())
                .toList();
        Duration together = JointDuration.of(
                        ahead.stream().map(it -> it.yardstick().comparables()).toList())
                .percentile(SHARE);
        long alone = Math.max(1, ahead.stream().mapToLong(Measured::usual).sum());
        Instant at = ahead.getFirst().stage().begins();
        for (Measured it : ahead) {
            Duration share = Duration.ofSeconds((long) ((double) together.toSeconds() * it.usual() / alone));
            Instant raised = it.stage().request().ask().raisedAt();
            at = it.yardstick().after(raised.isAfter(at) ? raised : at, share);
        }
        return at.isAfter(now) ? at : now;
    }

    /** The finding, as the others are told. */
    MarginsStacked told(Instant now) {
        return new MarginsStacked(
                requests.getFirst().caseId(),
                requests,
                promisedFor,
                Objects.requireNonNull(honest),
                marginPercent,
                Objects.requireNonNull(foundPercent),
                now);
    }

    private record Measured(Stage stage, Yardstick yardstick, List<Question> questions) {
        Duration promised() {
            return yardstick.worked(
                    questions, stage.begins(), stage.commitment().dueAt());
        }

        long usual() {
            return yardstick
                    .comparables()
                    .percentile(SHARE)
                    .orElse(Duration.ZERO)
                    .toSeconds();
        }
    }
}
