package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.CharterBook.Agreement;
import io.redress.department.domain.CharterBook.Edition;
import io.redress.department.domain.CharterCommand.AgreeToCharter;
import io.redress.department.domain.CharterCommand.DeclareCharter;
import io.redress.department.domain.CharterCommand.PublishCharter;
import io.redress.department.domain.CharterFact.EditionAgreed;
import io.redress.department.domain.CharterFact.EditionPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department publishes about how to ask it (R74, R78-R81). A version is never changed but replaced by a further one,
 * so that everybody who has agreed to it knows to what.
 */
final class Chartering {
    /** A date further away than this is a mistake in typing. */
    static final Duration MOST_AHEAD = Duration.ofDays(3_660);

    private Chartering() {}

    static Decision<DepartmentFact> decide(DepartmentState state, CharterCommand command, Instant now) {
        return switch (command) {
            case PublishCharter(var department, var content, var validFrom, var by) ->
                isSaid(CharterBook.of(state, department), content, validFrom)
                        ? nothing()
                        : publish(CharterBook.of(state, department), content, validFrom, by, null, now);
            case DeclareCharter(var department, var content, var validFrom, var fingerprint) ->
                declare(CharterBook.of(state, department), content, validFrom, fingerprint, now);
            case AgreeToCharter agree ->
                state instanceof CharterBook book
                        ? agree(book, agree, now)
                        : reject("unknown-version", "Expected a department that has published a charter");
        };
    }

    /** To say the last word once more is no further version, and takes nobody's agreement away. */
    private static boolean isSaid(CharterBook book, CharterContent content, @Nullable Instant validFrom) {
        return !book.editions().isEmpty()
                && book.editions().getLast().content().equals(content)
                && (validFrom == null || book.editions().getLast().validFrom().equals(validFrom));
    }

    private static Decision<DepartmentFact> declare(
            CharterBook book, CharterContent content, @Nullable Instant validFrom, String fingerprint, Instant now) {
        return book.declared().contains(fingerprint)
                ? nothing()
                : publish(book, content, validFrom, null, fingerprint, now);
    }

    private static Decision<DepartmentFact> publish(
            CharterBook book,
            CharterContent content,
            @Nullable Instant validFrom,
            @Nullable String by,
            @Nullable String fingerprint,
            Instant now) {
        if (validFrom != null && validFrom.isAfter(now.plus(MOST_AHEAD))) {
            return reject("too-far-ahead", "Expected validFrom within the next ten years, but got " + validFrom);
        }
        if (book.announced(now).size() >= CharterBook.MOST_ANNOUNCED) {
            return reject(
                    "too-many-announced",
                    "Expected at most " + CharterBook.MOST_ANNOUNCED
                            + " versions that are still to come into force, but there are as many");
        }
        // What is past cannot be changed by a date in the past.
        Instant from = validFrom == null || validFrom.isBefore(now) ? now : validFrom;
        Edition edition = new Edition(book.lastVersion() + 1, content, from, by, now, List.of());
        return accept(new EditionPublished(book.department(), edition, fingerprint, book.toShelve(now)));
    }

    private static Decision<DepartmentFact> agree(CharterBook book, AgreeToCharter command, Instant now) {
        DepartmentCode with = command.with();
        if (command.version() < 1 || command.version() > book.lastVersion()) {
            return reject(
                    "unknown-version",
                    "Expected a version from 1 to " + book.lastVersion() + ", but got " + command.version());
        }
        if (with.equals(book.department())) {
            return reject("own-charter", "Expected another department than " + with + ", whose charter it is");
        }
        Edition edition = book.edition(command.version()).orElse(null);
        if (edition != null
                && edition.agreed().stream().anyMatch(it -> it.with().equals(with))) {
            return nothing();
        }
        int inForce = book.inForce(now).map(Edition::version).orElse(0);
        if (edition == null || edition.version() < inForce) {
            return reject(
                    "replaced",
                    "Expected a version in force or announced, but version " + command.version()
                            + " has been replaced by version " + inForce);
        }
        return edition.agreed().size() < CharterBook.MOST_AGREEMENTS
                ? accept(
                        new EditionAgreed(book.department(), edition.version(), new Agreement(with, command.by(), now)))
                : reject(
                        "too-many-agreements",
                        "Expected at most " + CharterBook.MOST_AGREEMENTS
                                + " departments to agree to a version, but as many have");
    }
}
