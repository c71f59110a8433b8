package io.redress.intake.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.intake.domain.Contacts;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * What every consultant has to carry (R144), kept while cases change and corrected by counting from time to time, so that
 * nobody has to look at all cases to know it. Thread-safe.
 */
public final class ConsultantLoads implements ObservedDecider.Observer {
    private final Map<String, Load> loads = new ConcurrentHashMap<>();

    /**
     * What one consultant has to carry.
     *
     * @param open cases
     * @param hostile open cases that need strong nerves
     * @param wishes customers who wait for contact
     * @param overdue of those, who have waited too long
     */
    public record Load(int open, int hostile, int wishes, int overdue) {
        /** Nothing. */
        public static final Load NONE = new Load(0, 0, 0, 0);

        /** Both together. */
        public Load plus(Load more) {
            return new Load(open + more.open, hostile + more.hostile, wishes + more.wishes, overdue + more.overdue);
        }

        private Load minus(Load less) {
            return new Load(open - less.open, hostile - less.hostile, wishes - less.wishes, overdue - less.overdue);
        }

        /** What a case adds to the load of its consultant. */
        static Load of(IntakeState state) {
            if (!(state instanceof Filed filed)) {
                return NONE;
            }
            Contacts.Wish wish = filed.conversation().contacts().wish();
            boolean open = filed.progress().status() != Progress.Status.CLOSED
                    && !filed.kinship().merged();
            return new Load(
                    open ? 1 : 0,
                    open && filed.conversation().hostile() ? 1 : 0,
                    wish == null ? 0 : 1,
                    wish != null && wish.overdue() ? 1 : 0);
        }
    }

    /** What somebody has to carry at the moment. */
    public Load of(String consultant) {
        return loads.getOrDefault(consultant, Load.NONE);
    }

    @Override
    public void changed(IntakeState before, IntakeFact by, IntakeState after) {
        if (after instanceof Filed filed) {
            String owner = filed.complaint().owner().id();
            add(before instanceof Filed was ? was.complaint().owner().id() : owner, Load.NONE.minus(Load.of(before)));
            add(owner, Load.of(after));
        }
    }

    private void add(String consultant, Load difference) {
        if (!difference.equals(Load.NONE)) {
            loads.merge(consultant, difference, Load::plus);
        }
    }

    /** Sets what was counted. */
    void counted(String consultant, Load load) {
        loads.put(consultant, load);
    }

    /** Shows the loads of these consultants on the meters; there are as many as there are people. */
    public void showOn(MeterRegistry registry, Collection<String> consultants) {
        for (String id : consultants) {
            gauge(registry, "redress_consultant_open_cases", id, Load::open);
            gauge(registry, "redress_consultant_hostile_cases", id, Load::hostile);
            gauge(registry, "redress_consultant_contact_wishes", id, Load::wishes);
            gauge(registry, "redress_consultant_overdue_contacts", id, Load::overdue);
        }
    }

    private void gauge(MeterRegistry registry, String name, String id, ToIntFunction<Load> part) {
        Gauge.builder(name, this, all -> part.applyAsInt(all.of(id)))
                .tag("consultant", id)
                .register(registry);
    }
}
