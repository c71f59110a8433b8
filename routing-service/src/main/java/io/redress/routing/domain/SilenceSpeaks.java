package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.Party;
import io.redress.contracts.SilenceEvent;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitEscalated.Level;
import io.redress.contracts.SilenceEvent.WaitReminded;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.Silence.Stage;
import io.redress.routing.domain.SilenceCommand.NoteProgress;
import io.redress.routing.domain.SilenceFact.SilenceBroken;
import io.redress.routing.domain.Waiting.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every wait has a limit in the working time of whoever is waited on; past it they are reminded, then the deputy and the
 * superior are asked, and the customer's date is estimated anew (R65).
 */
public final class SilenceSpeaks {
    /** A date that moves more often than this is no promise any more; people must speak then. */
    static final int MOST_REESTIMATES = 3;

    private final Attendance attendance;

    public SilenceSpeaks(Departments departments) {
        this.attendance = new Attendance(departments);
    }

    /** What is due now; each stage of a silence once. */
    Decision<RoutingFact> notice(CaseState state, Absences absences, Instant now) {
        if (!(state instanceof Routed routed)) {
            return nothing();
        }
        List<RoutingFact> facts = new ArrayList<>();
        Routed at = routed;
        for (Silence silence : routed.silences().speaking()) {
            List<RoutingFact> more = new Noticing(at, absences, now).about(silence);
            facts.addAll(more);
            at = more.stream().reduce(at, SilenceSpeaks::after, (_, last) -> last);
        }
        return accept(facts);
    }

    private static Routed after(Routed routed, RoutingFact fact) {
        return RoutingEvolution.after(routed, fact) instanceof Routed next ? next : routed;
    }

    /** A sign of life begins the silence anew; what was promised stays promised. */
    static Decision<RoutingFact> progress(CaseState state, NoteProgress progress, Instant now) {
        if (!(state instanceof Routed routed)) {
            return nothing();
        }
        List<RoutingFact> facts = new ArrayList<>(Owing.reported(routed, progress));
        if (routed.silences().open().stream()
                .anyMatch(it -> it.waitId().equals(progress.requestId().value())
                        && it.on().equals(Party.department(progress.department())))) {
            facts.add(new SilenceBroken(progress.requestId().value(), now));
        }
        return facts.isEmpty() ? nothing() : accept(facts);
    }

    /**
     * A department was asked whether its date is still true and has said nothing: its superior hears of it at once, and
     * the customer's date is estimated anew.
     *
     * @param expected when there will be an answer; absent where only the usual is known
     */
    List<RoutingFact> superiorHears(Routed routed, Asked asked, @Nullable Instant expected, Instant now) {
        return routed.silences().open().stream()
                .filter(it -> it.waitId().equals(asked.id().value()) && it.stage() != Stage.SUPERIOR_ASKED)
                .findFirst()
                .map(it -> new Noticing(routed, Absences.NONE, now)
                        .superiorAsked(it, expected == null ? attendance.answersBy(it.on(), now) : expected))
                .orElse(List.of());
    }

    /** What people call somebody. */
    String nameOf(Party party) {
        return attendance.nameOf(party);
    }

    /** Whoever waited for another can go on only now, so their own silence begins here. */
    static Decision<RoutingFact> withThoseWhoCanGoOn(CaseState before, Decision<RoutingFact> decision, Instant now) {
        if (!(before instanceof Routed routed)
                || !(decision instanceof Decision.Accepted<RoutingFact>(var facts))
                || routed.silences().open().stream().allMatch(it -> it.parent() == null)) {
            return decision;
        }
        CaseState after = RoutingEvolution.after(before, facts);
        List<RoutingFact> all = new ArrayList<>(facts);
        if (after instanceof Routed next) {
            List<Silence> kept = keptByOthers(routed.silences());
            kept.removeAll(keptByOthers(next.silences()));
            kept.stream()
                    .filter(it -> next.silences().open().contains(it))
                    .forEach(it -> all.add(new SilenceBroken(it.waitId(), now)));
        }
        return accept(all);
    }

    private static List<Silence> keptByOthers(Silences silences) {
        List<Silence> kept = new ArrayList<>(silences.open());
        kept.removeAll(silences.speaking());
        return kept;
    }

    /** When something is to be said by itself. */
    public Optional<Instant> nextDue(RoutingState state) {
        return state instanceof Routed routed ? nextDue(routed.silences()) : Optional.empty();
    }

    /** When something is to be said about the silence of a case by itself. */
    public Optional<Instant> nextDue(Silences silences) {
        return silences.speaking().stream()
                .map(this::dueAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** When the next stage of a silence is due; empty where all that can be done is done. */
    public Optional<Instant> dueAt(Silence silence) {
        Patience patience = patienceWith(silence);
        // Nobody is silent who does not work in all of the time.
        if (silence.until() != null && patience.remind().isZero()) {
            return Optional.empty();
        }
        Duration limit = switch (silence.stage()) {
            case ASKED -> patience.remind();
            case REMINDED ->
                attendance.deputyOf(silence.on()) == null
                        ? patience.deputy().plus(patience.superior())
                        : patience.deputy();
            case DEPUTY_ASKED -> patience.superior();
            case SUPERIOR_ASKED -> null;
        };
        return Optional.ofNullable(limit)
                .map(it -> attendance.add(silence.on(), silence.from(), it, silence.charter()));
    }

    private Patience patienceWith(Silence silence) {
        return silence.until() == null
                ? attendance.patienceWith(silence.on(), silence.charter())
                : Patience.within(attendance.between(silence.on(), silence.since(), silence.until()));
    }

    /** Above the topmost department it is the person who answers to the customer. */
    private Party superiorOf(Routed routed, Party party) {
        Party superior = attendance.superiorOf(party);
        return superior == null ? Party.consultant(routed.routing().owner().id()) : superior;
    }

    /** One look at a case at one instant. */
    private final class Noticing {
        private final Routed routed;
        private final Absences absences;
        private final Instant now;

        private Noticing(Routed routed, Absences absences, Instant now) {
            this.routed = routed;
            this.absences = absences;
            this.now = now;
        }

        List<RoutingFact> about(Silence silence) {
            Optional<Party> acting = absences.actingFor(silence.on(), now);
            if (acting.isPresent() && silence.stage().compareTo(Stage.DEPUTY_ASKED) < 0) {
                return List.of(escalated(silence, Level.DEPUTY, acting.get()));
            }
            Instant due = dueAt(silence).orElse(Instant.MAX);
            if (due.isAfter(now)) {
                return List.of();
            }
            Party deputy = attendance.deputyOf(silence.on());
            return switch (silence.stage()) {
                case ASKED -> List.of(reminded(silence, due));
                case REMINDED ->
                    deputy == null
                            ? superiorAsked(silence)
                            : List.of(escalated(silence, Level.DEPUTY, absences.present(deputy, now)));
                case DEPUTY_ASKED -> superiorAsked(silence);
                case SUPERIOR_ASKED -> List.of();
            };
        }

        private List<RoutingFact> superiorAsked(Silence silence) {
            return superiorAsked(silence, attendance.answersBy(silence.on(), now));
        }

        /** @param expected when there will be an answer */
        List<RoutingFact> superiorAsked(Silence silence, Instant expected) {
            Party superior = superiorOf(routed, silence.on());
            List<RoutingFact> facts = new ArrayList<>();
            facts.add(escalated(silence, Level.SUPERIOR, absences.present(superior, now)));
            Instant promised = routed.promised();
            // Without an agreement the date in force holds.
            if (silence.holdsUpTheCase()
                    && expected.isAfter(promised)
                    && routed.silences().reestimates() < MOST_REESTIMATES) {
                String reason = attendance.nameOf(silence.on()) + " has not answered in time, and "
                        + attendance.nameOf(superior) + " is asked to see to it.";
                facts.add(told(new DateReestimated(caseId(), promised, expected, reason, now)));
            }
            return facts;
        }

        private RoutingFact reminded(Silence silence, Instant limit) {
            return told(new WaitReminded(caseId(), silence.waitId(), silence.on(), silence.since(), limit, now));
        }

        private RoutingFact escalated(Silence silence, Level level, Party to) {
            return told(new WaitEscalated(caseId(), silence.waitId(), silence.on(), level, to, now));
        }

        private CaseId caseId() {
            return routed.routing().caseId();
        }

        private static RoutingFact told(SilenceEvent event) {
            return new Published(event);
        }
    }
}
