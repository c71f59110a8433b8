package io.redress.intake.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.LogEntry;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.intake.domain.Delivery;
import io.redress.intake.domain.DeliveryFact;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a customer was told in a case, and how far each message came: settled ones first, then those on their way. */
public final class CaseMessages {
    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;

    public CaseMessages(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes) {
        this.lanes = lanes;
    }

    /**
     * A message as the front desk sees it.
     *
     * @param state {@code pending}, {@code sent}, {@code unknown} or {@code refused}
     * @param subject absent for those who may not see the text, as is {@code body}
     * @param provider what carried it last, absent where nobody has
     * @param attempts how often a provider has answered for it
     * @param reason why it is not there, a sentence
     * @param nextAttemptAt when it is tried again, absent once it is settled
     * @param settledAt since when nothing more is done for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MessageView(
            String messageId,
            String kind,
            String state,
            String channel,
            String language,
            @Nullable String subject,
            @Nullable String body,
            String citing,
            @Nullable String provider,
            int attempts,
            @Nullable String reason,
            Instant composedAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant settledAt) {
        static MessageView of(Delivery delivery, @Nullable Instant settledAt, boolean withText) {
            CustomerMessageComposed message = delivery.message();
            return new MessageView(
                    message.messageId(),
                    message.kind(),
                    delivery.state().name().toLowerCase(Locale.ROOT),
                    message.channel(),
                    message.language(),
                    withText ? message.subject() : null,
                    withText ? message.body() : null,
                    message.citing(),
                    delivery.carrier(),
                    delivery.attempts(),
                    delivery.reason(),
                    message.composedAt(),
                    settledAt == null ? delivery.next() : null,
                    settledAt);
        }
    }

    /** Some of a case's messages; {@code next} is where to go on, 0 at the end. */
    public record MessagePage(List<MessageView> messages, long next) {}

    /**
     * Messages of a case.
     *
     * @param seen the case, read before: what is settled in between is in the log by then, so none is missed
     * @param from the first entry of the case's log to look at, 1 to begin
     * @param limit 1 to 1000 entries
     */
    public Mono<MessagePage> page(CaseView<IntakeState> seen, Filed filed, long from, int limit, boolean withText) {
        return lanes.log(seen.id(), from, limit).map(logged -> {
            // A message that a person has found out about, or that was sent once more, is settled a second time.
            SequencedMap<String, SettledMessage> settled = new LinkedHashMap<>();
            logged.stream()
                    .map(LogEntry::content)
                    .flatMap(entry -> SettledMessage.read(entry).stream())
                    .forEach(message -> settled.putLast(message.delivery().id(), message));
            if (logged.size() == limit) {
                return new MessagePage(
                        views(settled, withText).toList(), logged.getLast().number() + 1);
            }
            List<Delivery> onTheirWay = filed.deliveries().waiting().stream()
                    .filter(delivery -> !isSettledSince(delivery, settled))
                    .toList();
            onTheirWay.forEach(delivery -> settled.remove(delivery.id()));
            return new MessagePage(
                    Stream.concat(
                                    views(settled, withText),
                                    onTheirWay.stream().map(delivery -> MessageView.of(delivery, null, withText)))
                            .toList(),
                    0);
        });
    }

    private static Stream<MessageView> views(Map<String, SettledMessage> settled, boolean withText) {
        return settled.values().stream().map(message -> MessageView.of(message.delivery(), message.at(), withText));
    }

    /** One that is carried once more has been tried as often as when it was given up. */
    private static boolean isSettledSince(Delivery waiting, Map<String, SettledMessage> settled) {
        SettledMessage last = settled.get(waiting.id());
        return last != null && last.delivery().attempts() > waiting.attempts();
    }

    /**
     * A message as a decision has left it.
     *
     * @param filed the case after it
     * @param facts what was decided
     */
    public static Optional<MessageView> after(Filed filed, List<IntakeFact> facts, String messageId) {
        Stream<MessageView> settled = facts.stream()
                .filter(DeliveryFact.Settled.class::isInstance)
                .map(DeliveryFact.Settled.class::cast)
                .map(fact -> MessageView.of(fact.delivery(), fact.at(), true));
        Stream<MessageView> onTheirWay =
                filed.deliveries().waiting().stream().map(delivery -> MessageView.of(delivery, null, true));
        return Stream.concat(settled, onTheirWay)
                .filter(view -> view.messageId().equals(messageId))
                .findFirst();
    }
}
