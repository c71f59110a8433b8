package io.redress.routing.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Owner;
import io.redress.routing.domain.bursts.Burst;
import io.redress.routing.domain.bursts.Bursts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What routing knows of mass problems and crises: small documents of their own beside the cases. */
public sealed interface IncidentState extends RoutingState.Document {

    /** None of them is a case. */
    @Override
    default Optional<Owner> caseOwner() {
        return Optional.empty();
    }

    /**
     * Counts all complaints.
     *
     * @param noticed bursts that are under way
     */
    record Counting(Bursts bursts, List<Noticed> noticed) implements IncidentState {
        public Counting {
            noticed = List.copyOf(noticed);
        }
    }

    /**
     * A burst that is under way.
     *
     * @param seenAt when it was last as strong as that
     * @param proposed whether an incident was proposed for it
     */
    record Noticed(IncidentId incidentId, Burst burst, Instant seenAt, boolean proposed) {}

    /** A mass problem. */
    record Handled(Incident incident) implements IncidentState {}

    /**
     * To which incident a case belongs.
     *
     * @param now absent where it belongs to none
     * @param left incidents that it was found not to belong to; it never joins them again
     */
    record Membership(
            CaseId caseId,
            @Nullable IncidentId now,
            @Nullable Instant since,
            List<Left> left) implements IncidentState {
        public Membership {
            left = List.copyOf(left);
        }

        boolean hasLeft(IncidentId incident) {
            return left.stream().anyMatch(it -> it.incidentId().equals(incident));
        }
    }

    /** That a case was none of an incident after all. */
    record Left(IncidentId incidentId, String reason, String by, Instant at) {}

    /** One share of the accounts of an incident; accounts are spread so that each share stays small. */
    record Accounts(IncidentId incidentId, List<String> accounts) implements IncidentState {
        public Accounts {
            accounts = List.copyOf(accounts);
        }

        Accounts with(List<String> more) {
            TreeSet<String> all = new TreeSet<>(accounts);
            all.addAll(more);
            return new Accounts(incidentId, List.copyOf(all));
        }
    }

    /** Whether there is a crisis of the whole organisation; the last one where there is none now. */
    record Crisis(
            String crisisId,
            String reason,
            String by,
            Instant declaredAt,
            @Nullable Instant liftedAt) implements IncidentState {

        /** Whether it is not over. */
        public boolean lasts() {
            return liftedAt == null;
        }
    }
}
