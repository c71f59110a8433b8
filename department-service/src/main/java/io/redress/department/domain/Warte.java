package io.redress.department.domain;

import io.redress.contracts.CommitmentEvent.Judgement;
import io.redress.contracts.CommitmentEvent.Letter;
import io.redress.contracts.CommitmentEvent.Verdict;
import io.redress.department.domain.RequestContract.Flaw;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges a promise letter by letter: measurable, ambitious, realistic, time-bound, effective (R127-R131). Depends on
 * nothing but what is given.
 *
 * @param judgements one for each letter, in their order
 * @param flaws what is wrong with those letters without which it is no commitment; the fields are those of {@link Promise}
 */
public record Warte(List<Judgement> judgements, List<Flaw> flaws) {
    /** Later than this nobody promises. */
    private static final int MOST_DAYS = 3_650;

    static final String AHEAD = "Expected an instant after now and within " + MOST_DAYS + " days";

    public Warte {
        judgements = List.copyOf(judgements);
        flaws = List.copyOf(flaws);
    }

    /**
     * Judges.
     *
     * @param request what is promised about
     * @param yardstick absent where nobody has measured yet
     */
    public static Warte judge(
            Promise promise, DepartmentCase state, Request request, @Nullable Yardstick yardstick, Instant now) {
        Letters letters = new Letters();
        letters.must(Letter.MEASURABLE, measurable(promise), Warte::measure, promise);
        List<Flaw> timeBound = timeBound(promise, now);
        Extent.judge(timeBound.isEmpty() ? promise.dueAt() : null, state, request, yardstick)
                .forEach(letters.judgements::add);
        letters.must(Letter.TIME_BOUND, timeBound, Warte::end, promise);
        Needs.Found need = Needs.of(state).find(promise.need());
        letters.must(Letter.EFFECTIVE, need.flaws(), _ -> need.sentence(), promise);
        return new Warte(letters.judgements, letters.flaws);
    }

    /** Whether it may be made at all. */
    public boolean isCommitment() {
        return flaws.isEmpty();
    }

    /** Whether comparable work speaks against it: too long for what is usual, or too short. */
    public boolean isUnusual() {
        return judgements.stream().anyMatch(Warte::isUnusual);
    }

    static boolean isUnusual(Judgement judgement) {
        return judgement.verdict() == Verdict.UNMET
                && (judgement.letter() == Letter.AMBITIOUS || judgement.letter() == Letter.REALISTIC);
    }

    private static List<Flaw> measurable(Promise promise) {
        List<Flaw> flaws = new ArrayList<>();
        if (!Quantities.isPositive(promise.quantity())) {
            flaws.add(new Flaw("quantity", Quantities.EXPECTED));
        }
        if (isMissing(promise.unit())) {
            flaws.add(new Flaw("unit", "Expected the unit of the quantity"));
        }
        if (isMissing(promise.acceptance())) {
            flaws.add(new Flaw("acceptance", "Expected how both sides will see that it is done"));
        }
        return flaws;
    }

    private static String measure(Promise promise) {
        return "There is a quantity, " + promise.quantity() + " " + promise.unit()
                + ", and a test by which it is done.";
    }

    private static List<Flaw> timeBound(Promise promise, Instant now) {
        List<Flaw> flaws = new ArrayList<>();
        Instant dueAt = promise.dueAt();
        if (dueAt == null) {
            flaws.add(new Flaw("dueAt", "Expected the instant by which it is done"));
        } else if (!isAhead(dueAt, now)) {
            flaws.add(new Flaw("dueAt", AHEAD));
        }
        if (promise.zone() == null || !ZoneId.getAvailableZoneIds().contains(promise.zone())) {
            flaws.add(new Flaw("zone", "Expected an IANA time zone such as Europe/Bucharest"));
        }
        return flaws;
    }

    static boolean isAhead(Instant dueAt, Instant now) {
        return dueAt.isAfter(now) && !dueAt.isAfter(now.plus(MOST_DAYS, ChronoUnit.DAYS));
    }

    private static String end(Promise promise) {
        return "It ends at " + promise.dueAt() + ", promised in " + promise.zone() + ".";
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** What has come of the letters so far. */
    private static final class Letters {
        private final List<Judgement> judgements = new ArrayList<>();
        private final List<Flaw> flaws = new ArrayList<>();

        void must(Letter letter, List<Flaw> wrong, Function<Promise, String> why, Promise promise) {
            flaws.addAll(wrong);
            judgements.add(
                    wrong.isEmpty()
                            ? new Judgement(letter, Verdict.MET, why.apply(promise))
                            : new Judgement(letter, Verdict.UNMET, sentences(wrong)));
        }

        private static String sentences(List<Flaw> wrong) {
            return String.join("; ", wrong.stream().map(Flaw::sentence).toList()) + ".";
        }
    }
}
