package io.redress.intake.domain.drills;

import io.redress.intake.domain.drills.Drill.Answer;
import io.redress.intake.domain.drills.Drill.Exchange;
import java.util.List;
import java.util.Objects;

/**
 * The overall picture of one or several drills (R143).
 *
 * @param answers how many it is drawn from
 * @param marksMet the share of marks that were as they should be, 0 to 1
 * @param calming the share of answers that calmed the customer, 0 to 1
 * @param hostileTurns how often the customer was hostile
 * @param handled how many of these were borne well
 * @param mirrored how often the consultant became hostile, provoked or not
 * @param meanDelaySeconds from the customer's words to the answer
 */
public record DrillPicture(
        long drills,
        long answers,
        double marksMet,
        double calming,
        long hostileTurns,
        long handled,
        long mirrored,
        double meanDelaySeconds,
        double longestDelaySeconds) {
    private static final double MILLIS = 1000;

    /** Drawn from all answers of these drills. */
    public static DrillPicture of(List<Drill> drills) {
        List<Exchange> answered = drills.stream()
                .flatMap(drill -> drill.exchanges().stream())
                .filter(exchange -> exchange.answer() != null)
                .toList();
        List<Judgement> judgements = answered.stream()
                .map(exchange -> Objects.requireNonNull(exchange.answer()).judgement())
                .toList();
        long marks = judgements.stream().mapToLong(it -> it.marks().size()).sum();
        long met = judgements.stream().mapToLong(Judgement::met).sum();
        long calming = judgements.stream().filter(Judgement::calming).count();
        var delays = answered.stream().mapToDouble(DrillPicture::delay).summaryStatistics();
        return new DrillPicture(
                drills.size(),
                answered.size(),
                share(met, marks),
                share(calming, answered.size()),
                answered.stream().filter(Exchange::hostile).count(),
                count(judgements, Bearing.HANDLED),
                count(judgements, Bearing.MIRRORED),
                round(delays.getAverage()),
                answered.isEmpty() ? 0 : delays.getMax());
    }

    private static double delay(Exchange exchange) {
        Answer answer = Objects.requireNonNull(exchange.answer());
        return answer.after(exchange.saidAt()).toMillis() / MILLIS;
    }

    private static long count(List<Judgement> judgements, Bearing bearing) {
        return judgements.stream().filter(it -> it.bearing() == bearing).count();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : round((double) part / whole);
    }

    private static double round(double value) {
        return Math.round(value * MILLIS) / MILLIS;
    }
}
