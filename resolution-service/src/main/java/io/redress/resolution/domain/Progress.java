package io.redress.resolution.domain;

import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far putting things right has come. */
public sealed interface Progress extends ResolutionState {

    /** What is known of the case; absent until routing has spoken. */
    @Nullable
    Background background();

    /**
     * Answers come in, in any order, perhaps before it is known which are needed.
     *
     * @param required absent until routing has spoken
     * @param earlier what had been proposed before the diagnosis was revised; absent where nothing had been
     */
    record Gathering(
            @Nullable Background background,
            @Nullable Requirement required,
            List<Redirection> redirections,
            List<Answer> answers,
            @Nullable Earlier earlier)
            implements Progress {
        static final Gathering NOTHING_YET = new Gathering(null, null, List.of(), List.of());

        public Gathering {
            redirections = List.copyOf(redirections);
            answers = List.copyOf(answers);
        }

        Gathering(
                @Nullable Background background,
                @Nullable Requirement required,
                List<Redirection> redirections,
                List<Answer> answers) {
            this(background, required, redirections, answers, null);
        }

        /** Requests whose answers a proposal still waits for (R102). */
        public List<RequestId> missing() {
            return RequiredAnswers.missing(this);
        }

        boolean hasAnswerTo(RequestId request) {
            return answers.stream().anyMatch(answer -> answer.requestId().equals(request));
        }
    }

    /** The customer only wants to be heard: nothing is proposed, and only the customer's word ends it (R8). */
    record Listening(Background background) implements Progress {}

    /**
     * What is to be proposed is known; before the customer sees it, all of this must be settled (rule 6).
     *
     * @param awaiting the names of what is still to be settled: clearances, reservations; never empty for long
     * @param failedKinds as in {@link Proposed}
     */
    record Drafted(Background background, SolutionsProposed draft, List<String> awaiting, List<String> failedKinds)
            implements Progress {
        public Drafted {
            awaiting = List.copyOf(awaiting);
            failedKinds = List.copyOf(failedKinds);
        }
    }

    /**
     * The customer may choose.
     *
     * @param failedKinds as in {@link Earlier}
     */
    record Proposed(Background background, SolutionsProposed proposal, boolean reminded, List<String> failedKinds)
            implements Progress {
        public Proposed {
            failedKinds = List.copyOf(failedKinds);
        }

        /** When half of the time to choose is over. */
        Instant remindAt() {
            Duration half = Duration.between(proposal.proposedAt(), proposal.validUntil())
                    .dividedBy(2);
            return proposal.proposedAt().plus(half);
        }

        /** When the reminder is due, and after it the end. */
        public Instant nextDue() {
            return reminded ? proposal.validUntil() : remindAt();
        }

        Optional<Option> option(String optionId) {
            return proposal.options().stream()
                    .filter(option -> option.optionId().equals(optionId))
                    .findFirst();
        }
    }

    /**
     * The departments carry out what was chosen.
     *
     * @param chosen one of the proposal's options
     * @param completed ids of the steps that are done
     */
    record Executing(
            Background background,
            SolutionsProposed proposal,
            OptionChosen choice,
            Option chosen,
            Set<String> completed,
            List<String> failedKinds)
            implements Progress {
        public Executing {
            completed = Set.copyOf(completed);
            failedKinds = List.copyOf(failedKinds);
        }

        /** Ids of the steps that are not done yet. */
        public Set<String> open() {
            return chosen.steps().stream()
                    .map(Step::stepId)
                    .filter(stepId -> !completed.contains(stepId))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Ids of the steps that have begun, since all before them are done, and are not done yet. */
        public Set<String> running() {
            return chosen.steps().stream()
                    .filter(step -> !completed.contains(step.stepId()) && completed.containsAll(Steps.after(step)))
                    .map(Step::stepId)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * All that was chosen is done, or the remedy of an incident.
     *
     * @param choice absent where nobody had to choose, in an outage
     * @param wordAwaitedUntil after which the case closes without the customer's word
     * @param proposal what the customer had seen; absent where nothing had been proposed
     */
    record Executed(
            Background background,
            @Nullable OptionChosen choice,
            List<Step> steps,
            Instant wordAwaitedUntil,
            @Nullable SolutionsProposed proposal)
            implements Progress {
        public Executed {
            steps = List.copyOf(steps);
        }
    }

    /**
     * The case was merged into another: nothing is proposed to the customer here, and nothing expires.
     *
     * @param beneath how far it had come
     */
    record Paused(Progress beneath) implements Progress {
        @Override
        public @Nullable Background background() {
            return beneath.background();
        }
    }

    /**
     * It is over. Without a choice where the customer only wanted to be heard or never chose.
     *
     * @param proposal as in {@link Executed}
     */
    record Closed(
            Background background,
            @Nullable OptionChosen choice,
            List<Step> steps,
            CaseClosed closed,
            @Nullable SolutionsProposed proposal)
            implements Progress {
        public Closed {
            steps = List.copyOf(steps);
        }
    }
}
