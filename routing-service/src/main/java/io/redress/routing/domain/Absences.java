package io.redress.routing.domain;

import io.redress.contracts.Party;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is away, as far as it is known at the moment; given to rules from outside, since it concerns many cases. */
public record Absences(List<Absence> all) {
    /** Everybody is there. */
    public static final Absences NONE = new Absences(List.of());

    public Absences {
        all = List.copyOf(all);
    }

    /**
     * Who acts in place of somebody who is away; follows deputies who are away themselves. Empty where the party is there,
     * and where all that would stand in are away, too.
     */
    public Optional<Party> actingFor(Party party, Instant now) {
        Set<Party> away = new HashSet<>();
        Optional<Absence> absence = of(party, now);
        while (absence.isPresent() && away.add(absence.get().party())) {
            Party deputy = absence.get().deputy();
            absence = of(deputy, now);
            if (absence.isEmpty()) {
                return Optional.of(deputy);
            }
        }
        return Optional.empty();
    }

    /** The party itself where it is there or nobody stands in, otherwise who acts. */
    Party present(Party party, Instant now) {
        return actingFor(party, now).orElse(party);
    }

    private Optional<Absence> of(Party party, Instant now) {
        return all.stream()
                .filter(it -> it.party().equals(party) && it.covers(now))
                .findFirst();
    }
}
