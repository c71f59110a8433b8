package io.redress.analytics.application;

import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.DeadlineReached;
import io.redress.analytics.domain.JourneyEntry;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.JourneyFact.Published;
import io.redress.analytics.domain.JourneyFact.Recorded;
import io.redress.analytics.domain.Review.Completed;
import io.redress.analytics.domain.Review.NotOpened;
import io.redress.analytics.domain.Review.Open;
import io.redress.analytics.domain.Review.Overdue;
import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.EventTypes;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Journeys as the chassis keeps them. */
public final class JourneyDefinition implements CaseDefinition<Journey, JourneyCommand, JourneyFact> {
    /** The sequence of all that analytics tells about a case. */
    public static final String STREAM = "reviews";

    /** The index of reviews by how far they are, the earliest due first. */
    public static final String REVIEWS = "reviews";

    /** Instants in this form are in order when compared as texts, which those without fixed fractions are not. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Decider<Journey, JourneyCommand, JourneyFact> decider;

    private final LearningMeters meters;

    public JourneyDefinition(Decider<Journey, JourneyCommand, JourneyFact> decider, LearningMeters meters) {
        this.decider = decider;
        this.meters = meters;
    }

    @Override
    public String service() {
        return "analytics";
    }

    @Override
    public Decider<Journey, JourneyCommand, JourneyFact> decider() {
        return decider;
    }

    @Override
    public Class<Journey> stateType() {
        return Journey.class;
    }

    @Override
    public Set<String> streams() {
        return Set.of("intake", "messages", "routing", "incidents", "departments", "resolutions", STREAM);
    }

    @Override
    public List<Outgoing> outgoing(String caseId, JourneyFact fact) {
        return fact instanceof Published(long _, Instant _, ReviewEvent event)
                ? List.of(
                        new Outgoing(STREAM, Topics.REVIEWS, EventTypes.wireName(event.getClass()), Wire.write(event)))
                : List.of();
    }

    @Override
    public List<byte[]> log(JourneyFact fact) {
        // Asked once for each fact; again only where two instances raced for the case, which rebalancing alone causes.
        meters.count(fact);
        return switch (fact) {
            case Recorded recorded -> List.of(JourneyLine.kept(recorded.entry()));
            case Published(long seq, Instant at, ReviewEvent event) ->
                List.of(JourneyLine.kept(
                        new JourneyEntry(at, STREAM, EventTypes.wireName(event.getClass()), seq, Wire.write(event))));
        };
    }

    @Override
    public List<IndexEntry> entries(String caseId, Journey state) {
        return switch (state.review()) {
            case NotOpened _ -> List.of();
            case Open(ReviewOpened opened) -> List.of(entry("open", opened));
            case Overdue(ReviewOpened opened) -> List.of(entry("open", opened), entry("overdue", opened));
            case Completed(ReviewOpened opened, var _) -> List.of(entry("completed", opened));
        };
    }

    private static IndexEntry entry(String value, ReviewOpened opened) {
        return IndexEntry.sorted(REVIEWS, value, SORTABLE.format(opened.dueAt()));
    }

    @Override
    public Optional<Instant> nextDue(Journey state) {
        return state.review() instanceof Open(ReviewOpened opened) ? Optional.of(opened.dueAt()) : Optional.empty();
    }

    @Override
    public Optional<JourneyCommand> onDeadline() {
        return Optional.of(new DeadlineReached());
    }
}
