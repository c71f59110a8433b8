package io.redress.analytics.application;

import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.DeadlineReached;
import io.redress.analytics.domain.JourneyEntry;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.JourneyFact.ExposureNoticed;
import io.redress.analytics.domain.JourneyFact.FeedbackCounted;
import io.redress.analytics.domain.JourneyFact.FeedbackTold;
import io.redress.analytics.domain.JourneyFact.LevelsCounted;
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
import io.redress.contracts.CaseEvent;
import io.redress.contracts.EventTypes;
import io.redress.contracts.FeedbackEvent;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Journeys as the chassis keeps them. */
public final class JourneyDefinition implements CaseDefinition<Journey, JourneyCommand, JourneyFact> {
    /** The sequence of all that analytics tells about a case. */
    public static final String STREAM = "reviews";

    /** The sequence of all that product management is told about a case. */
    public static final String FEEDBACK = "feedback";

    /** The index of reviews by how far they are, the earliest due first. */
    public static final String REVIEWS = "reviews";

    /** Instants in this form are in order when compared as texts, which those without fixed fractions are not. */
    static final DateTimeFormatter SORTABLE =
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
        return Set.of("intake", "messages", "routing", "incidents", "departments", "resolutions", STREAM, FEEDBACK);
    }

    @Override
    public List<Outgoing> outgoing(String caseId, JourneyFact fact) {
        return switch (fact) {
            case Published(long _, Instant _, ReviewEvent event) -> List.of(outgoing(STREAM, Topics.REVIEWS, event));
            case FeedbackTold(long _, Instant _, FeedbackEvent event) ->
                List.of(outgoing(FEEDBACK, Topics.FEEDBACK, event));
            case Recorded _, FeedbackCounted _, LevelsCounted _, ExposureNoticed _ -> List.of();
        };
    }

    private static Outgoing outgoing(String stream, String topic, CaseEvent event) {
        return new Outgoing(stream, topic, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    /** How a case is counted is no decision about it. */
    @Override
    public boolean isBookkeeping(JourneyFact fact) {
        return fact instanceof FeedbackCounted || fact instanceof LevelsCounted || fact instanceof ExposureNoticed;
    }

    @Override
    public List<byte[]> log(JourneyFact fact) {
        // Asked once for each fact; again only where two instances raced for the case, which rebalancing alone causes.
        meters.count(fact);
        return switch (fact) {
            case Recorded recorded -> List.of(JourneyLine.kept(recorded.entry()));
            case Published(long seq, Instant at, ReviewEvent event) -> List.of(line(at, STREAM, seq, event));
            case FeedbackTold(long seq, Instant at, FeedbackEvent event) -> List.of(line(at, FEEDBACK, seq, event));
            case FeedbackCounted _, LevelsCounted _, ExposureNoticed _ -> List.of();
        };
    }

    private static byte[] line(Instant at, String stream, long seq, CaseEvent event) {
        return JourneyLine.kept(
                new JourneyEntry(at, stream, EventTypes.wireName(event.getClass()), seq, Wire.write(event)));
    }

    @Override
    public List<IndexEntry> entries(String caseId, Journey state) {
        List<IndexEntry> entries = new ArrayList<>(reviews(state));
        FeedbackEntries.of(state.feedback(), entries);
        ServiceWeeks.entries(state.levels(), entries);
        PublicCases.entries(state.exposure(), entries);
        return entries;
    }

    private static List<IndexEntry> reviews(Journey state) {
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
