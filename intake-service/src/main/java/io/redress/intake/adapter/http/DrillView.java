package io.redress.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.Hypothesis.Evidence;
import io.redress.intake.domain.drills.Drill;
import io.redress.intake.domain.drills.Drill.Answer;
import io.redress.intake.domain.drills.Drill.Exchange;
import io.redress.intake.domain.drills.DrillPicture;
import io.redress.intake.domain.drills.Judgement;
import io.redress.intake.domain.drills.Judgement.MarkSeen;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A drill as the consultant and supervisors see it. What an answer was worth is said once it is over, so that nobody trains for the marks.
 *
 * @param outcome absent while it goes on, as are {@code endedAt} and {@code analysis}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrillView(
        String id,
        String consultant,
        String scenario,
        String language,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        List<TurnView> turns,
        @Nullable AnalysisView analysis) {

    /** What the customer said, and what was answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TurnView(
            int turn,
            String customer,
            Instant saidAt,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable JudgementView judgement) {
        static TurnView of(int turn, Exchange exchange, boolean judged) {
            Answer answer = exchange.answer();
            return new TurnView(
                    turn,
                    exchange.customer(),
                    exchange.saidAt(),
                    answer == null ? null : answer.text(),
                    answer == null ? null : answer.at(),
                    answer == null || !judged ? null : JudgementView.of(exchange, answer));
        }
    }

    /**
     * What an answer was worth.
     *
     * @param bearing {@code not-tested}, {@code handled}, {@code passed-over} or {@code mirrored}
     * @param hostileAt where the consultant was hostile
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JudgementView(
            boolean calming,
            boolean customerHostile,
            String bearing,
            @Nullable SpanView hostileAt,
            double delaySeconds,
            List<MarkView> marks) {
        private static final double MILLIS = 1000;

        static JudgementView of(Exchange exchange, Answer answer) {
            Judgement judgement = answer.judgement();
            return new JudgementView(
                    judgement.calming(),
                    exchange.hostile(),
                    Codes.of(judgement.bearing()),
                    SpanView.of(judgement.hostileAt(), answer.text()),
                    answer.after(exchange.saidAt()).toMillis() / MILLIS,
                    judgement.marks().stream()
                            .map(mark -> MarkView.of(mark, answer.text()))
                            .toList());
        }
    }

    /** A mark, whether it is as it should be, and where the answer has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarkView(
            String mark, String kind, boolean met, @Nullable SpanView evidence) {
        static MarkView of(MarkSeen seen, String text) {
            return new MarkView(
                    seen.mark(), seen.wanted() ? "wanted" : "avoided", seen.met(), SpanView.of(seen.at(), text));
        }
    }

    /** A part of an answer, in UTF-16 code units, end exclusive. */
    record SpanView(int start, int end, String words) {
        static @Nullable SpanView of(@Nullable Evidence at, String text) {
            return at == null ? null : new SpanView(at.start(), at.end(), text.substring(at.start(), at.end()));
        }
    }

    /**
     * The overall picture, and what it is compared with.
     *
     * @param earlier all former drills of the consultant; absent where there are none
     * @param earlierOfThisScenario those among them with the same scenario
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnalysisView(
            DrillPicture picture,
            @Nullable DrillPicture earlier,
            @Nullable DrillPicture earlierOfThisScenario) {
        static AnalysisView of(Drill drill, List<Drill> before) {
            List<Drill> same = before.stream()
                    .filter(other -> other.scenario().equals(drill.scenario()))
                    .toList();
            return new AnalysisView(DrillPicture.of(List.of(drill)), picture(before), picture(same));
        }

        private static @Nullable DrillPicture picture(List<Drill> drills) {
            return drills.isEmpty() ? null : DrillPicture.of(drills);
        }
    }

    /** @param before the consultant's former drills; they matter once this one is over */
    static DrillView of(String id, Drill drill, List<Drill> before) {
        List<Exchange> exchanges = drill.exchanges();
        return new DrillView(
                id,
                drill.consultant(),
                drill.scenario(),
                drill.language(),
                drill.ended() ? "ended" : "open",
                drill.startedAt(),
                drill.endedAt(),
                drill.outcome() == null ? null : Codes.of(drill.outcome()),
                IntStream.range(0, exchanges.size())
                        .mapToObj(i -> TurnView.of(i + 1, exchanges.get(i), drill.ended()))
                        .toList(),
                drill.ended() ? AnalysisView.of(drill, before) : null);
    }
}
