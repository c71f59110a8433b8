package io.redress.routing.domain.bursts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How busy each hour of the week usually is, over all complaints. One for all signatures: their own rhythm would take
 * months to learn and more room than everything else.
 *
 * @param hours complaints in each of the 168 hours of the week, Thursday midnight UTC first; negative where never seen
 * @param current complaints in the hour that is not over yet
 */
record Rhythm(List<Double> hours, int current) {
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    private static final double UNSEEN = -1;
    /** Half of what an hour is taken for comes from its last occurrence. */
    private static final double LEARNING = 0.5;

    private static final double QUIETEST = 0.05;

    Rhythm {
        hours = List.copyOf(hours);
    }

    static Rhythm unknown() {
        return new Rhythm(Collections.nCopies(WEEK, UNSEEN), 0);
    }

    Rhythm counting(int complaints) {
        return new Rhythm(hours, current + complaints);
    }

    /** The hour is over. */
    Rhythm closing(long hour) {
        int slot = Math.floorMod(hour, WEEK);
        List<Double> learnt = new ArrayList<>(hours);
        double before = hours.get(slot);
        learnt.set(slot, round(before < 0 ? current : before + LEARNING * (current - before)));
        return new Rhythm(learnt, 0);
    }

    /** What is usual in this hour, 1 on average. Until a week has passed, the same hour of other days speaks for it. */
    double traffic(long hour) {
        double mean = mean(0, 1);
        if (mean <= 0) {
            return 1;
        }
        double sameHour = mean(Math.floorMod(hour, DAY), DAY);
        double own = hours.get(Math.floorMod(hour, WEEK));
        double usual = sameHour < 0 ? mean : own < 0 ? sameHour : (own + sameHour) / 2;
        return Math.max(QUIETEST, usual / mean);
    }

    private double mean(int from, int step) {
        double sum = 0;
        int seen = 0;
        for (int slot = from; slot < WEEK; slot += step) {
            if (hours.get(slot) >= 0) {
                sum += hours.get(slot);
                seen++;
            }
        }
        return seen == 0 ? UNSEEN : sum / seen;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
