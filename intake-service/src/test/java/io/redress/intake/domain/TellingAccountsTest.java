package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageSent;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.intake.domain.AccountCommand.TellAccount;
import io.redress.intake.domain.DeliveryCommand.NoteReceipt;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Remedied;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TellingAccountsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final IncidentId INCIDENT = new IncidentId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e90");
    private static final CaseId KEY = IncidentRemedyEvent.keyOf(INCIDENT, "C-1");
    private static final TellAccount TELL = new TellAccount(null, "en", "unknown");

    private final IntakeDecider rules = new IntakeDecider((_, _, _, _) -> new Voice.Words("", ""), Promises.standard());

    @Test
    @Behaviour("R110")
    void who_never_complained_is_told_once_what_was_done() {
        IntakeState heard = after(rules.initialState(), new Hear(remedied(null), "event-1"));
        List<IntakeFact> facts = accepted(heard, TELL);

        CustomerMessageComposed message = facts.stream()
                .flatMap(it -> it instanceof Published(CustomerMessageComposed composed)
                        ? java.util.stream.Stream.of(composed)
                        : java.util.stream.Stream.empty())
                .findFirst()
                .orElseThrow();
        assertThat(message.messageId()).isEqualTo(KEY + ":account-remedied:event-1");
        assertThat(message.customerReference()).isEqualTo("C-1");
        assertThat(message.channel()).isEqualTo("unknown");
        IntakeState told = after(heard, TELL);
        assertThat(accepted(told, TELL)).isEmpty();
        assertThat(accepted(told, new Hear(remedied(null), "event-1"))).isEmpty();

        List<IntakeFact> sent = accepted(told, new NoteReceipt(message.messageId(), "file", true, new Receipt.Taken()));
        assertThat(sent.getFirst())
                .isInstanceOfSatisfying(
                        Published.class, it -> assertThat(it.event()).isInstanceOf(MessageSent.class));
        assertThat(((Remedied) evolved(told, sent)).deliveries().waiting()).isEmpty();
    }

    @Test
    void who_has_a_case_is_told_there() {
        assertThat(accepted(rules.initialState(), new Hear(remedied(KEY), "event-1")))
                .isEmpty();
    }

    @Test
    void it_is_stored_and_read_again_as_it_was() {
        IntakeState told = after(after(rules.initialState(), new Hear(remedied(null), "event-1")), TELL);
        JsonMapper mapper = JsonMapper.builder().build();

        byte[] stored = mapper.writerFor(IntakeState.class).writeValueAsBytes(told);

        assertThat(mapper.readerFor(IntakeState.class).<IntakeState>readValue(stored))
                .isEqualTo(told);
    }

    private static AccountRemedied remedied(@Nullable CaseId toldIn) {
        Remedy credit = new Remedy("credit", new Money(new BigDecimal("10.00"), "EUR"), null);
        return new AccountRemedied(KEY, INCIDENT, "C-1", INCIDENT + ":C-1", credit, toldIn, "ref", NOW);
    }

    private IntakeState after(IntakeState state, IntakeCommand command) {
        return evolved(state, accepted(state, command));
    }

    private IntakeState evolved(IntakeState state, List<IntakeFact> facts) {
        IntakeState next = state;
        for (IntakeFact fact : facts) {
            next = rules.evolve(next, fact);
        }
        return next;
    }

    private List<IntakeFact> accepted(IntakeState state, IntakeCommand command) {
        return switch (rules.decide(state, command, NOW)) {
            case Decision.Accepted<IntakeFact>(var facts) -> facts;
            case Decision.Rejected<IntakeFact>(var code, var why) -> throw new AssertionError(code + ": " + why);
        };
    }
}
