package io.redress.department.application;

import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.contracts.CharterEvent;
import io.redress.contracts.CharterEvent.CharterAgreed;
import io.redress.contracts.CharterEvent.CharterPublished;
import io.redress.contracts.EventTypes;
import io.redress.contracts.PublishedCharter;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.CharterFact;
import io.redress.department.domain.CharterFact.EditionAgreed;
import io.redress.department.domain.CharterFact.EditionPublished;
import io.redress.department.domain.ContractField;
import io.redress.department.domain.Ola;
import org.jspecify.annotations.Nullable;

/** What others are told about charters. */
final class CharterOnTheWire {
    /** What is told about charters, each of which has a sequence of its own. */
    static final String STREAM = "charters";

    private CharterOnTheWire() {}

    static Outgoing outgoing(CharterFact fact) {
        CharterEvent event = event(fact);
        return new Outgoing(STREAM, Topics.CHARTERS, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    private static CharterEvent event(CharterFact fact) {
        return switch (fact) {
            case EditionPublished(var department, var it, var _, var _) ->
                new CharterPublished(
                        department, it.version(), it.validFrom(), charter(it.content()), it.by(), it.publishedAt());
            case EditionAgreed(var department, var version, var it) ->
                new CharterAgreed(department, version, it.with(), it.by(), it.at());
        };
    }

    private static PublishedCharter charter(CharterContent content) {
        return new PublishedCharter(
                content.handles(),
                content.request().fields().stream().map(CharterOnTheWire::field).toList(),
                ola(content.ola()),
                calendar(content.calendar()),
                content.capacity(),
                content.urgentAllowance(),
                content.progressEveryMinutes(),
                content.marginPercent(),
                content.guide());
    }

    private static PublishedCharter.Field field(ContractField field) {
        return new PublishedCharter.Field(
                field.name(),
                field.meaning(),
                PublishedCharter.Form.valueOf(field.form().name()),
                field.example(),
                Boolean.TRUE.equals(field.optional()),
                field.suppliedBy(),
                field.also(),
                Boolean.TRUE.equals(field.prerequisite()),
                field.known() == null
                        ? null
                        : PublishedCharter.Known.valueOf(field.known().name()),
                field.kinds());
    }

    private static PublishedCharter.@Nullable Ola ola(@Nullable Ola ola) {
        return ola == null ? null : new PublishedCharter.Ola(ola.firstAnswerMinutes(), ola.resolutionMinutes());
    }

    private static PublishedCharter.@Nullable Calendar calendar(@Nullable DeclaredCalendar calendar) {
        return calendar == null
                ? null
                : new PublishedCharter.Calendar(
                        calendar.zone(), calendar.hours(), calendar.holidays(), calendar.closed());
    }
}
