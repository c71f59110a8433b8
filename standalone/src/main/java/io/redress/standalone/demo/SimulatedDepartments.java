package io.redress.standalone.demo;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private final Producer<String, byte[]> producer;
    private final ScheduledExecutorService later;
    private final Function<String, Story> stories;

    SimulatedDepartments(
            Producer<String, byte[]> producer, ScheduledExecutorService later, Function<String, Story> stories) {
        this.producer = producer;
        this.later = later;
        this.stories = stories;
    }

    void asked(RequestRaised request) {
        Story story = stories.apply(request.caseId().value());
        boolean silent = story == Story.DEPARTMENT_IS_SILENT
                || story == Story.EXECUTION_TAKES_TIME && request.kind() == RequestKind.EXECUTION;
        reply(new DepartmentReply.Progress(
                request.requestId() + "-progress",
                request.requestId(),
                request.department(),
                by(request),
                silent ? "Seen; it takes a while" : "We are on it"));
        if (!silent) {
            later.schedule(() -> reply(answer(request)), THINKING.toMillis(), TimeUnit.MILLISECONDS);
        }
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

    private static String by(RequestRaised request) {
        return request.department() + " system";
    }

    private void reply(DepartmentReply reply) {
        producer.send(
                new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, reply.caseId().value(), Wire.write(reply)));
    }
}
