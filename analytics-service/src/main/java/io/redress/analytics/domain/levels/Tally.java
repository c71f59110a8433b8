package io.redress.analytics.domain.levels;

/**
 * Internal and external service in numbers, of the cases of one week in which one department was asked for something.
 *
 * @param cases that are over
 * @param judged of them by the customer, of which {@code satisfied} well
 * @param wellServed cases in which nothing went wrong inside, whoever was asked
 * @param wellJudged of these by the customer, of which {@code wellSatisfied} well
 * @param surveys how many customers gave a score, and {@code scores} their sum
 * @param dated requests with a date, of which {@code onTime} were answered by it
 * @param asked requests answered or declined, of which {@code complete} were with the first answer
 * @param declined requests
 * @param rated requests by whoever asked, and {@code ratings} the sum of the ratings, from 0 to 1 each
 */
public record Tally(
        int cases,
        int judged,
        int satisfied,
        int wellServed,
        int wellJudged,
        int wellSatisfied,
        int surveys,
        int scores,
        int dated,
        int onTime,
        int asked,
        int complete,
        int declined,
        int rated,
        double ratings) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Tally withRequest(int itsDated, int inTime, int itsAsked, int full, int given, int felt, double how) {
        return plus(new Tally(0, 0, 0, 0, 0, 0, 0, 0, itsDated, inTime, itsAsked, full, given, felt, how));
    }

    /** With another one's numbers. */
    public Tally plus(Tally other) {
        return times(other, 1);
    }

    /** Without what was counted before. */
    public Tally minus(Tally other) {
        return times(other, -1);
    }

    private Tally times(Tally other, int sign) {
        return new Tally(
                cases + sign * other.cases,
                judged + sign * other.judged,
                satisfied + sign * other.satisfied,
                wellServed + sign * other.wellServed,
                wellJudged + sign * other.wellJudged,
                wellSatisfied + sign * other.wellSatisfied,
                surveys + sign * other.surveys,
                scores + sign * other.scores,
                dated + sign * other.dated,
                onTime + sign * other.onTime,
                asked + sign * other.asked,
                complete + sign * other.complete,
                declined + sign * other.declined,
                rated + sign * other.rated,
                ratings + sign * other.ratings);
    }
}
