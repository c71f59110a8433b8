package io.redress.benchmarks.organisation;

import io.redress.benchmarks.organisation.Job.Span;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseId;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of the cases went: at every instant with whatever held the case up, as routing tells it. Work is when
 * somebody had that request in hand, closed is when nobody there works, and the rest is waiting. Adds up to the second.
 */
final class Ledger {
    private final WorkCalendar calendar;
    private final Function<RequestId, List<Span>> worked;
    private final Map<CaseId, Account> open = new HashMap<>();
    private final Map<String, Parts> byParty = new TreeMap<>();
    private final List<Duration> durations = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private Parts all = Parts.NONE;

    private record Account(Instant since, List<Held> held) {}

    private record Held(@Nullable Party by, @Nullable RequestId request, Instant from) {}

    /** Time in its three parts. */
    record Parts(Duration work, Duration waiting, Duration closed) {
        static final Parts NONE = new Parts(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        Parts plus(Parts more) {
            return new Parts(work.plus(more.work), waiting.plus(more.waiting), closed.plus(more.closed));
        }

        Duration sum() {
            return work.plus(waiting).plus(closed);
        }
    }

    /** @param worked when somebody had a request in hand */
    Ledger(WorkCalendar calendar, Function<RequestId, List<Span>> worked) {
        this.calendar = calendar;
        this.worked = worked;
    }

    void received(CaseId id, Instant at) {
        Account account = new Account(at, new ArrayList<>());
        account.held.add(new Held(null, null, at));
        open.put(id, account);
    }

    void heldUp(RootBlockerChanged event) {
        Account account = open.get(event.caseId());
        if (account != null) {
            account.held.add(new Held(event.to(), event.requestId(), event.changedAt()));
        }
    }

    void ended(CaseId id, Instant at) {
        Account account = open.remove(id);
        if (account == null) {
            throw new Violation("Expected a case to end once, but " + id + " ended again");
        }
        Parts sum = Parts.NONE;
        for (int i = 0; i < account.held.size(); i++) {
            Instant until =
                    i + 1 < account.held.size() ? account.held.get(i + 1).from() : at;
            Held held = account.held.get(i);
            Parts parts = parts(held, until);
            sum = sum.plus(parts);
            Party by = held.by();
            if (by != null) {
                byParty.merge(
                        by.isDepartment() ? by.id() : by.isConsultant() ? "consultants" : "customer",
                        parts,
                        Parts::plus);
            }
        }
        Duration lasted = Duration.between(account.since, at);
        if (!sum.sum().equals(lasted)) {
            throw new Violation("Expected work, waiting and closed hours of " + id + " to add up to " + lasted
                    + ", but they are " + sum.sum());
        }
        durations.add(lasted);
        waits.add(sum.waiting());
        all = all.plus(sum);
    }

    private Parts parts(Held held, Instant until) {
        Duration whole = Duration.between(held.from(), until);
        Duration attended = calendar.between(held.from(), until);
        Duration work = Duration.ZERO;
        RequestId request = held.request();
        if (request != null) {
            for (Span span : worked.apply(request)) {
                Instant from = span.from().isAfter(held.from()) ? span.from() : held.from();
                Instant to = span.to().isBefore(until) ? span.to() : until;
                work = work.plus(calendar.between(from, to));
            }
        }
        if (work.compareTo(attended) > 0) {
            throw new Violation("Expected one of " + request + " to work at a time, but there were more");
        }
        return new Parts(work, attended.minus(work), whole.minus(attended));
    }

    int stillOpen() {
        return open.size();
    }

    List<Duration> durations() {
        return durations;
    }

    /** How long nobody worked on each case though somebody could have. */
    List<Duration> waits() {
        return waits;
    }

    Parts all() {
        return all;
    }

    /** How long the cases were held up, by department, and by consultants and the customer. */
    Map<String, Parts> byParty() {
        return byParty;
    }
}
