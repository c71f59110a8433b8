package io.redress.department.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A department as a supplier of internal service (R72). Every share is one of all that was asked of it, so that nothing
 * looks better by being pushed away or left lying (R101).
 *
 * @param asked answered, declined and overdue together
 * @param onTimeAsRequested for the date that was wished for, or else for the first
 * @param onTimeAsFirstDue for the date with which it began
 * @param onTimeAsLastDue for the date as it was moved last
 * @param completeAtFirst the first answer was the last
 * @param cameBack to whoever asked without success: answers that went back, and all that was declined
 * @param sentBack answers that went back
 * @param declined of which {@code handedOn} were taken over by others; whoever declines names the right owner
 * @param halfAnsweredWithinSeconds of its working time, within which half of what was asked was answered; absent where
 *     less than half was, or fewer than {@value Comparables#FEWEST} were asked
 * @param helpGiven answers that helped other departments with requests of their own
 */
public record SupplierFigures(
        int asked,
        int answered,
        int overdue,
        Share onTimeAsRequested,
        Share onTimeAsFirstDue,
        Share onTimeAsLastDue,
        Share completeAtFirst,
        int cameBack,
        int sentBack,
        int declined,
        int handedOn,
        @Nullable Long halfAnsweredWithinSeconds,
        Ratings ratings,
        int helpGiven) {

    /**
     * How whoever asked sees it.
     *
     * @param rated how many were rated; no rating is no good rating
     * @param onTime of these, in the requesters' eyes, as is {@code complete}
     * @param average from 0 to 1: the mean of on time and complete over all that was rated, and of nothing for what was
     *     declined or left lying; absent where these are fewer than {@value Comparables#FEWEST}
     * @param fewest how many it takes for an average
     */
    public record Ratings(
            int rated, int onTime, int complete, @Nullable Double average, int fewest) {

        static Ratings of(Collection<ServedRequest> all) {
            List<Delivery.Rating> given =
                    all.stream().flatMap(it -> Stream.ofNullable(it.rating())).toList();
            int judged = given.size()
                    + (int) all.stream().filter(it -> !it.isAnswered()).count();
            int onTime = (int) given.stream().filter(Delivery.Rating::onTime).count();
            int complete =
                    (int) given.stream().filter(Delivery.Rating::complete).count();
            return new Ratings(
                    given.size(),
                    onTime,
                    complete,
                    judged < Comparables.FEWEST ? null : (onTime + complete) / (2.0 * judged),
                    Comparables.FEWEST);
        }
    }

    /** @param all that was asked of one department, whatever became of it */
    public static SupplierFigures of(Collection<ServedRequest> all) {
        return new SupplierFigures(
                all.size(),
                count(all, ServedRequest.How.ANSWERED),
                count(all, ServedRequest.How.OVERDUE),
                Share.of(all, ServedRequest::asRequested),
                Share.of(all, ServedRequest::asFirstDue),
                Share.of(all, ServedRequest::asLastDue),
                Share.of(all, ServedRequest::completeAtFirst),
                (int) all.stream()
                        .filter(it -> it.sentBack() || it.isDeclined())
                        .count(),
                (int) all.stream().filter(ServedRequest::sentBack).count(),
                (int) all.stream().filter(ServedRequest::isDeclined).count(),
                count(all, ServedRequest.How.HANDED_ON),
                half(all),
                Ratings.of(all),
                (int) all.stream().filter(it -> it.help() && it.isAnswered()).count());
    }

    private static int count(Collection<ServedRequest> all, ServedRequest.How how) {
        return (int) all.stream().filter(it -> it.how() == how).count();
    }

    /** What was not answered took longer than everything that was. */
    private static @Nullable Long half(Collection<ServedRequest> all) {
        List<Duration> answered = all.stream()
                .filter(ServedRequest::isAnswered)
                .map(ServedRequest::worked)
                .sorted()
                .toList();
        int middle = (all.size() - 1) / 2;
        return all.size() < Comparables.FEWEST || middle >= answered.size()
                ? null
                : Objects.requireNonNull(answered.get(middle)).toSeconds();
    }
}
