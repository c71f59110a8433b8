package io.redress.department.domain;

import io.redress.contracts.CommitmentEvent.Judgement;
import io.redress.contracts.CommitmentEvent.Letter;
import io.redress.contracts.CommitmentEvent.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the time that is promised for a request is ambitious and realistic (R128, R129), against the working time that
 * comparable work took, from when it was asked for to when it was answered. As long as there are free hands, half of it
 * must fit into a realistic promise; where there are none, 85 of 100.
 */
final class Extent {
    private Extent() {}

    /** @param dueAt absent where there is none that could be judged */
    static List<Judgement> judge(
            @Nullable Instant dueAt, DepartmentCase state, Request request, @Nullable Yardstick yardstick) {
        if (dueAt == null || yardstick == null) {
            return unknown(
                    dueAt == null ? "Without a date there is nothing to compare." : "It has not been compared yet.");
        }
        Comparables usual = yardstick.comparables();
        if (!usual.suffice()) {
            return unknown("There are " + usual.count() + " comparable pieces of finished work, and at least "
                    + Comparables.FEWEST + " are needed to say what is usual.");
        }
        Duration promised = yardstick.worked(
                state.cooperation().questionsAbout(request.ask().id()),
                request.ask().raisedAt(),
                dueAt);
        return List.of(ambitious(promised, yardstick), realistic(promised, yardstick));
    }

    private static List<Judgement> unknown(String sentence) {
        return List.of(
                new Judgement(Letter.AMBITIOUS, Verdict.UNKNOWN, sentence),
                new Judgement(Letter.REALISTIC, Verdict.UNKNOWN, sentence));
    }

    private static Judgement ambitious(Duration promised, Yardstick yardstick) {
        boolean met = promised.compareTo(yardstick.longest()) <= 0;
        return judgement(
                Letter.AMBITIOUS,
                met,
                promised,
                "85 of 100 of " + count(yardstick) + " took "
                        + hours(yardstick.comparables().p85().orElseThrow())
                        + " or less, and with a margin of " + yardstick.marginPercent() + " % that is "
                        + hours(yardstick.longest()));
    }

    private static Judgement realistic(Duration promised, Yardstick yardstick) {
        boolean busy = yardstick.free() == 0;
        Duration least =
                (busy ? yardstick.comparables().p85() : yardstick.comparables().median()).orElseThrow();
        return judgement(
                Letter.REALISTIC,
                promised.compareTo(least) >= 0,
                promised,
                (busy ? "85 of 100 of " : "half of ") + count(yardstick) + " took " + hours(least) + " or less, and "
                        + yardstick.free() + " of " + yardstick.capacity() + " places are free");
    }

    private static Judgement judgement(Letter letter, boolean met, Duration promised, String usual) {
        return new Judgement(
                letter,
                met ? Verdict.MET : Verdict.UNMET,
                hours(promised) + " of working time are promised in all; " + usual + ".");
    }

    private static String count(Yardstick yardstick) {
        return yardstick.comparables().count() + " comparable pieces of work";
    }

    /** As people say it, to the minute. */
    static String hours(Duration duration) {
        return duration.toHours() == 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h"
                        + (duration.toMinutesPart() == 0 ? "" : " " + duration.toMinutesPart() + " min");
    }
}
