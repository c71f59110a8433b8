package io.redress.intake.domain;

import io.redress.contracts.ClosingEvent.DisputeBody;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.GoesOn;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message to the customer is about. */
public sealed interface Occasion {

    /** The name of this kind of message on the wire and in the templates. */
    String kind();

    /** Ids of the claims that it repeats. */
    default List<String> uses() {
        return List.of();
    }

    /** The complaint has arrived; the customer hears again by {@code nextBy} (R14-R17). */
    record Received(Instant nextBy) implements Occasion {
        @Override
        public String kind() {
            return "acknowledgement";
        }
    }

    /** The complaint has arrived in a crisis of the whole organisation, in which everybody hears the same (R113). */
    record InCrisis(Instant nextBy) implements Occasion {
        @Override
        public String kind() {
            return "crisis";
        }
    }

    /** The complaint has arrived, but what it is about is not known yet (R9, R14). */
    record Holding(Instant nextBy) implements Occasion {
        @Override
        public String kind() {
            return "holding";
        }
    }

    /**
     * The customer has said it again; it is with the case, and the announced date stays.
     *
     * @param nextBy when the customer hears next; absent where it is the customer whom we wait for
     */
    record Joined(@Nullable Instant nextBy) implements Occasion {

        /** As the case has announced it. */
        static Joined following(Progress.@Nullable Next next) {
            return new Joined(next != null && isOurs(next.what()) ? next.by() : null);
        }

        private static boolean isOurs(Progress.NextStep what) {
            return switch (what) {
                case DEPARTMENT_ANSWERS, EXECUTION_FINISHES, CUSTOMER_IS_HEARD, CONSULTANT_ANSWERS -> true;
                case CUSTOMER_CLARIFIES, CUSTOMER_CHOOSES, CUSTOMER_CONFIRMS, REVIEW_FINISHES -> false;
            };
        }

        @Override
        public String kind() {
            return "joined";
        }
    }

    /**
     * We ask before we guess (R5).
     *
     * @param about natures it may be about; empty where nothing was understood
     * @param nextBy when the customer hears from us even without an answer
     */
    record Clarification(List<String> about, Instant answerBy, Instant nextBy) implements Occasion {
        @Override
        public String kind() {
            return "clarification";
        }
    }

    /** What we understand now, and that others see to it from now on (R6). */
    record UnderstoodAnew(Instant nextBy) implements Occasion {
        @Override
        public String kind() {
            return "understood-anew";
        }
    }

    /**
     * It takes longer; better said than waited in silence (R69).
     *
     * @param waits what the case waits for
     * @param missed the date that had been promised, where this comes after it; else null
     * @param limit until when the law gives us time, where the customer has not heard of it yet
     */
    record StillWorking(
            Instant nextBy,
            List<WaitsFor> waits,
            @Nullable Instant missed,
            @Nullable Instant limit) implements Occasion {
        public StillWorking(Instant nextBy, List<WaitsFor> waits, @Nullable Instant missed) {
            this(nextBy, waits, missed, null);
        }

        @Override
        public String kind() {
            return "still-working";
        }
    }

    /**
     * The date by which a result was expected cannot be kept (R69).
     *
     * @param expected the new one
     * @param nextBy when the customer hears from us, not after it
     * @param waits what the case waits for
     */
    record TakesLonger(Instant expected, Instant nextBy, List<WaitsFor> waits) implements Occasion {
        @Override
        public String kind() {
            return "takes-longer";
        }
    }

    /**
     * What was promised cannot be kept as it was (R124).
     *
     * @param promised the date until now
     * @param expected the new one; absent where the date stays
     * @param was how much or how good it was to be; absent where nobody has said
     * @param becomes how much or how good it will be; absent likewise
     * @param dimension which standard is not kept
     */
    record PromiseSlips(
            Instant promised,
            @Nullable Instant expected,
            @Nullable String was,
            @Nullable String becomes,
            Dimension dimension)
            implements Occasion {
        @Override
        public String kind() {
            return "promise-slips";
        }
    }

    /** The customer may choose. */
    record Proposed(List<Option> options, @Nullable String disclosure, Instant validUntil) implements Occasion {
        @Override
        public String kind() {
            return disclosure == null ? "proposal" : "failure-disclosed";
        }
    }

    /**
     * What was chosen will not be as it was promised, and the customer may choose something else in its place.
     *
     * @param title of what was chosen, which goes on meanwhile
     * @param others what can be chosen instead
     * @param touched in which respects it will not be as promised; empty where that was said before
     * @param changed what has changed since it was said before; absent where this is the first time
     */
    record OfferedInstead(
            String title,
            List<Option> others,
            List<Dimension> touched,
            @Nullable String changed,
            Instant validUntil) implements Occasion {

        /** As it was proposed. */
        static OfferedInstead of(SolutionsProposed proposed, GoesOn goesOn) {
            return new OfferedInstead(
                    proposed.options().stream()
                            .filter(it -> it.optionId().equals(goesOn.optionId()))
                            .map(Option::title)
                            .findFirst()
                            .orElse(""),
                    proposed.options().stream()
                            .filter(it -> !it.optionId().equals(goesOn.optionId()))
                            .toList(),
                    goesOn.touched(),
                    goesOn.touched().isEmpty() ? proposed.disclosure() : null,
                    proposed.validUntil());
        }

        @Override
        public String kind() {
            return "offered-instead";
        }
    }

    /**
     * The customer keeps what was chosen, and the offer to have something else in its place is over.
     *
     * @param dueAt by when it is promised; absent where a message of its own tells that
     */
    record ChoiceGoesOn(String title, Why why, @Nullable Instant dueAt, Instant nextBy) implements Occasion {
        /** Why the customer keeps it. */
        public enum Why {
            CHOSEN,
            NOTHING_CHOSEN,
            NOTHING_ELSE
        }

        @Override
        public String kind() {
            return "choice-goes-on";
        }
    }

    /**
     * The customer wants something else than what was proposed, and we go back to look for it.
     *
     * @param wants what is to be otherwise; absent where the customer wants none of it
     * @param words what the customer said
     * @param amount what would be enough, or would be paid; absent where nobody has said it
     * @param days working days until it would have to be done; absent likewise
     * @param last whether it cannot be bargained over any further
     * @param myself whether the consultant takes it up, and not those who had the ideas
     */
    record ThinkingAgain(
            @Nullable Dimension wants,
            String words,
            @Nullable Money amount,
            @Nullable Integer days,
            boolean last,
            boolean myself,
            Instant nextBy)
            implements Occasion {
        @Override
        public String kind() {
            return "thinking-again";
        }
    }

    /**
     * The customer has not chosen yet.
     *
     * @param goesOn whether what was chosen before is kept by saying nothing
     */
    record Reminded(Instant validUntil, boolean goesOn) implements Occasion {
        public Reminded(Instant validUntil) {
            this(validUntil, false);
        }

        @Override
        public String kind() {
            return "reminder";
        }
    }

    /**
     * What was chosen is being done.
     *
     * @param dueAt by when it is promised; absent where nobody has said it
     * @param kept what the customer has received of what was chosen before, and keeps
     */
    record ExecutionStarted(String title, @Nullable Instant dueAt, Instant nextBy, List<Remedy> kept)
            implements Occasion {
        public ExecutionStarted(String title, Instant nextBy) {
            this(title, null, nextBy, List.of());
        }

        @Override
        public String kind() {
            return "execution-started";
        }
    }

    /**
     * What was chosen is done.
     *
     * @param closesAt when the case closes without the customer's word; absent where nobody has said it
     */
    record Executed(String title, @Nullable Instant closesAt) implements Occasion {
        public Executed(String title) {
            this(title, null);
        }

        @Override
        public String kind() {
            return "executed";
        }
    }

    /** All is done, and the customer has not said yet whether it is in order. */
    record WordAwaited(Instant closesAt) implements Occasion {
        @Override
        public String kind() {
            return "word-awaited";
        }
    }

    /** The case is open again. */
    record Reopened(Instant nextBy) implements Occasion {
        @Override
        public String kind() {
            return "reopened";
        }
    }

    /**
     * The law gives us another time, or has given us enough.
     *
     * @param stage what there is to say about it
     * @param dueAt the date that holds now
     * @param reason why it takes longer; absent where it does not
     */
    record TimeLimit(Stage stage, Instant dueAt, @Nullable String reason) implements Occasion {
        /** What there is to say about a time limit. */
        public enum Stage {
            EXTENDED,
            /** It was the customer's turn meanwhile. */
            LATER,
            MISSED
        }

        @Override
        public String kind() {
            return "time-limit";
        }
    }

    /**
     * In an outage it was done for everybody affected, and is told after that (R110).
     *
     * @param already whether before this complaint came
     * @param closesAt when the case closes without the customer's word; absent where nobody has said it
     */
    record OutageRemedied(
            Remedy remedy, boolean already, @Nullable Instant closesAt) implements Occasion {
        @Override
        public String kind() {
            return already ? "already-remedied" : "outage-remedied";
        }
    }

    /** The same for a customer who has not complained. */
    record AccountRemedied(Remedy remedy) implements Occasion {
        @Override
        public String kind() {
            return "account-remedied";
        }
    }

    /**
     * Words that were released, every fact in them a live claim.
     *
     * @param text of one or several paragraphs
     */
    record Said(String text, List<String> uses) implements Occasion {
        @Override
        public String kind() {
            return "statement";
        }
    }

    /**
     * What the customer was told does not hold.
     *
     * @param value what holds instead; absent where that is not known yet
     */
    record Corrected(String old, Instant toldAt, @Nullable String value, List<String> uses) implements Occasion {
        @Override
        public String kind() {
            return "correction";
        }
    }

    /**
     * The case is over.
     *
     * @param reopenableUntil as long it can be opened again; absent where nobody has said it
     * @param dispute who decides where the customer does not agree; absent where it ended in agreement
     */
    record Closed(
            @Nullable Instant reopenableUntil, @Nullable DisputeBody dispute) implements Occasion {
        public Closed() {
            this(null, null);
        }

        @Override
        public String kind() {
            return "closed";
        }
    }

    /** How was it? */
    record Survey(Instant dueAt) implements Occasion {
        @Override
        public String kind() {
            return "survey";
        }
    }
}
