package io.redress.routing.domain;

import io.redress.contracts.IncidentId;
import io.redress.routing.domain.IncidentFact.ComplaintsCounted;
import io.redress.routing.domain.IncidentState.Counting;
import io.redress.routing.domain.IncidentState.Noticed;
import io.redress.routing.domain.bursts.Burst;
import io.redress.routing.domain.bursts.Bursts;
import io.redress.routing.domain.bursts.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which bursts are under way: each is noticed once, and is over when it was quiet for as long as one looks back. */
final class NoticeBursts {
    /** At once; beyond that the weakest are not news. */
    static final int MOST_NOTICED = 100;

    private final IncidentTerms terms;

    NoticeBursts(IncidentTerms terms) {
        this.terms = terms;
    }

    ComplaintsCounted counted(Counting before, List<Sighting> sightings, Instant now) {
        List<Sighting> alike = sightings.stream()
                .filter(it -> !terms.apart().contains(it.what().nature()))
                .toList();
        Bursts bursts = before.bursts().counting(alike, now, terms.bursts());
        return new ComplaintsCounted(bursts, noticed(before.noticed(), bursts.found(now, terms.bursts()), now));
    }

    private List<Noticed> noticed(List<Noticed> before, List<Burst> found, Instant now) {
        Duration quiet = terms.bursts().bucket().multipliedBy(terms.bursts().slow());
        List<Noticed> after = new ArrayList<>();
        before.stream()
                .map(it -> stillSeen(it, found, now))
                .filter(it -> it.seenAt().plus(quiet).isAfter(now))
                .forEach(after::add);
        for (Burst burst : found) {
            if (after.stream().noneMatch(it -> it.burst().signature().covers(burst.signature()))) {
                after.add(new Noticed(IncidentDocuments.idOf(burst), burst, now, false));
            }
        }
        return after.stream()
                .sorted(Comparator.comparingDouble((Noticed it) -> -it.burst().score())
                        .thenComparing(it -> it.incidentId().value()))
                .limit(MOST_NOTICED)
                .toList();
    }

    private static Noticed stillSeen(Noticed noticed, List<Burst> found, Instant now) {
        Optional<Burst> again = found.stream()
                .filter(it -> it.signature().equals(noticed.burst().signature()))
                .findFirst();
        return again.isEmpty() ? noticed : new Noticed(noticed.incidentId(), noticed.burst(), now, noticed.proposed());
    }

    static List<Noticed> proposed(List<Noticed> noticed, IncidentId id) {
        return noticed.stream()
                .map(it ->
                        it.incidentId().equals(id) ? new Noticed(it.incidentId(), it.burst(), it.seenAt(), true) : it)
                .toList();
    }
}
