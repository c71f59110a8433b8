package io.redress.routing.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.chassis.time.PublicHolidays;
import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.contracts.CharterEvent;
import io.redress.contracts.CharterEvent.CharterAgreed;
import io.redress.contracts.CharterEvent.CharterPublished;
import io.redress.contracts.EventTypes;
import io.redress.contracts.PublishedCharter;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.CharterCommand.NoteCharter;
import io.redress.routing.domain.CharterKnown;
import io.redress.routing.domain.RoutingCommand;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a department publishes about its working time and its dates holds for whatever it is asked from then on. */
public final class ReactToCharterEvents implements Reaction<RoutingCommand> {

    @Override
    public String topic() {
        return Topics.CHARTERS;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventTypes.wireName(CharterPublished.class));
    }

    @Override
    public RoutingCommand command(IncomingEvent incoming) {
        return switch ((CharterEvent) Wire.read(incoming.type(), incoming.payload())) {
            case CharterPublished event -> new NoteCharter(event.department(), version(event));
            case CharterAgreed _ -> throw new UnlistedEvent(incoming.type());
        };
    }

    private static CharterKnown.Version version(CharterPublished event) {
        PublishedCharter charter = event.charter();
        return new CharterKnown.Version(
                event.version(),
                event.validFrom(),
                charter.ola() == null ? null : charter.ola().resolutionMinutes(),
                calendar(charter.calendar()));
    }

    /** Refused here where nobody could work by it. */
    private static @Nullable DeclaredCalendar calendar(PublishedCharter.@Nullable Calendar calendar) {
        if (calendar == null) {
            return null;
        }
        DeclaredCalendar declared =
                new DeclaredCalendar(calendar.zone(), calendar.hours(), calendar.holidays(), calendar.closed());
        declared.calendar(PublicHolidays::of);
        return declared;
    }
}
