package io.redress.standalone.demo;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.contracts.Wire;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The departments' own systems. They know nothing but their topics: requests come on one, replies go on the other, as a
 * real department's system would do it in any language.
 */
final class SimulatedDepartments {
    /** Long enough for a visitor to see a case wait, short enough to see it go on. */
    private static final Duration THINKING = Duration.ofSeconds(3);
    /** Long enough to look at a chain of waits, too. */
    private static final Duration FINDING_OUT = Duration.ofSeconds(20);

    private static final DepartmentCode DECLINES = new DepartmentCode("manufacturing");
    private static final DepartmentCode RIGHT_OWNER = new DepartmentCode("logistics");

    private final Producer<String, byte[]> producer;
    private final ScheduledExecutorService later;
    private final Function<String, Story> stories;
    private final Consumer<CaseId> chainStands;
    private final DepartmentsInNeed inNeed = new DepartmentsInNeed();
    private final Outage outage = new Outage();

    /** @param chainStands hears of a case in which the last of a chain of departments has been asked */
    SimulatedDepartments(
            Producer<String, byte[]> producer,
            ScheduledExecutorService later,
            Function<String, Story> stories,
            Consumer<CaseId> chainStands) {
        this.producer = producer;
        this.later = later;
        this.stories = stories;
        this.chainStands = chainStands;
    }

    void asked(RequestRaised request) {
        Story story = stories.apply(request.caseId().value());
        if (request.offeredBy() != null) {
            reply(new DepartmentReply.Accept(
                    request.requestId() + "-accept", request.requestId(), request.department(), by(request)));
            answerAfter(THINKING, request);
        } else if (story == Story.DECLINED && request.department().equals(DECLINES)) {
            after(THINKING, decline(request));
        } else {
            work(request, story);
        }
    }

    private void work(RequestRaised request, Story story) {
        boolean silent = story == Story.DEPARTMENT_IS_SILENT
                || story == Story.EXECUTION_TAKES_TIME && request.kind() == RequestKind.EXECUTION;
        reply(progress(request, silent ? "Seen; it takes a while" : "We are on it"));
        if (silent || story == Story.OUTAGE && outage.holds(request)) {
            return;
        }
        switch (inNeed.asked(request, story)) {
            case DepartmentsInNeed.Asked.Alone _ -> answerAfter(THINKING, request);
            case DepartmentsInNeed.Asked.Needs(var need) -> after(THINKING, help(request, need));
            case DepartmentsInNeed.Asked.Last _
            when story == Story.WAIT_CHAIN -> {
                chainStands.accept(request.caseId());
                answerAfter(FINDING_OUT, request);
            }
            case DepartmentsInNeed.Asked.Last _ -> {
                // It cannot answer: it waits for this very answer itself.
            }
        }
    }

    /** Whoever waited for this answer goes on. */
    void heard(RequestAnswered answer) {
        inNeed.freedBy(answer).ifPresent(freed -> answerAfter(THINKING, freed));
    }

    /** Whoever is to go first does. */
    void heard(WaitCycleBroken broken) {
        Optional.ofNullable(broken.goFirst()).flatMap(inNeed::request).ifPresent(first -> answerAfter(THINKING, first));
    }

    /** What many complained about is put right for all of them. */
    void remedied() {
        outage.over().forEach(request -> answerAfter(THINKING, request));
    }

    /** It has all that it needed. */
    void answers(RequestRaised request) {
        reply(answer(request));
    }

    private void answerAfter(Duration pause, RequestRaised request) {
        after(pause, answer(request));
    }

    private void after(Duration pause, DepartmentReply reply) {
        later.schedule(() -> reply(reply), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static DepartmentReply progress(RequestRaised request, String note) {
        return new DepartmentReply.Progress(
                request.requestId() + "-progress", request.requestId(), request.department(), by(request), note);
    }

    private static DepartmentReply decline(RequestRaised request) {
        return new DepartmentReply.Decline(
                request.requestId() + "-decline",
                request.requestId(),
                request.department(),
                by(request),
                "It left us whole; the lid broke on its way to the shop.",
                RIGHT_OWNER);
    }

    private static DepartmentReply help(RequestRaised request, HelpPath.Need need) {
        return new DepartmentReply.Help(
                request.requestId() + "-help",
                request.requestId(),
                request.department(),
                by(request),
                need.from(),
                RequestKind.INFORMATION,
                need.subject());
    }

    private static DepartmentReply answer(RequestRaised request) {
        boolean solution = request.kind() == RequestKind.SOLUTION;
        return new DepartmentReply.Answer(
                request.requestId() + "-answer",
                request.requestId(),
                request.department(),
                by(request),
                true,
                request.kind() == RequestKind.EXECUTION ? "Done as chosen" : "Looked into it; the customer is right",
                List.of(),
                solution ? ideas(request.nature()) : List.of());
    }

    /** Two ways of different kind, one of them with its disadvantage named. */
    private static List<OptionIdea> ideas(String nature) {
        Money refund = new Money(new BigDecimal("49.90"), "EUR");
        return switch (nature) {
            case "crash", "technical-fault", "product-error" ->
                List.of(
                        new OptionIdea("repair", "A corrected version", null, 3, null),
                        new OptionIdea("credit", "A month free of charge", refund, 0, null));
            case "missing-feature", "roadmap" ->
                List.of(
                        new OptionIdea("feature-registered", "Your wish on the roadmap", null, 0, "No date yet"),
                        new OptionIdea("clarification", "A way to do it today", null, 1, null));
            case "defect", "failure", "recall", "return", "delivery" ->
                List.of(
                        new OptionIdea("replacement", "A replacement", refund, 5, "It takes five working days"),
                        new OptionIdea("refund", "Your money back", refund, 2, null));
            default ->
                List.of(
                        new OptionIdea("refund", "Your money back", refund, 2, null),
                        new OptionIdea("credit", "A credit on your next invoice", refund, 0, null));
        };
    }

    /** Nobody clears what he proposed himself. */
    private static String by(RequestRaised request) {
        return request.department() + (request.kind() == RequestKind.APPROVAL ? " reviewer" : " system");
    }

    private void reply(DepartmentReply reply) {
        producer.send(
                new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, reply.caseId().value(), Wire.write(reply)));
    }
}
